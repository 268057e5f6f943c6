"""What this process is called, and how another one of our own is started from it: the same Python, the same code."""

import os
import secrets
import sys

from dashboard.settings import ROOT

PROCESS = secrets.token_hex(4)  # another one after a restart


def command(module: str) -> list[str]:
    """What runs a module of ours, with nothing of the folder it is started in."""
    return [sys.executable, "-P", "-m", module]


def python_path() -> str:
    """Where it finds our code, and what this process finds besides."""
    return os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
