"""How a process of our own is started from this one: the same Python, the same code."""

import os
import sys

from dashboard.settings import ROOT


def command(module: str) -> list[str]:
    """What runs a module of ours, with nothing of the folder it is started in."""
    return [sys.executable, "-P", "-m", module]


def python_path() -> str:
    """Where it finds our code, and what this process finds besides."""
    return os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
