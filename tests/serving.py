"""Stores that hold the shipped facts as published before, and servers on them.

Checking and building them takes longer than all else that a start does, and is tested by itself.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dashboard.settings import settings
from dashboard.warehouse import public_warehouse
from tools import browser


def stocked(store: Path) -> Path:
    """This store, with the shipped facts."""
    facts = public_warehouse()
    if store != settings().store:
        store.mkdir(exist_ok=True)
        shutil.copy(facts.file(facts.version), store)
    return store


@contextmanager
def serving(store: Path, *, port: int = 0, **environment: str) -> Iterator[str]:
    """`pocket run` on such a store; yields its address. It looks for newer data every second: all the time, as pages
    that tests run do, would take more than what it does besides."""
    chosen = {"POCKET_RELOAD_SECONDS": "1"} | environment
    with browser.serving(stocked(store), port=port, **chosen) as address:
        yield address
