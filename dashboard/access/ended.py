"""Sign-ins that were ended: a copy of their cookie is worth nothing, on whichever of several servers it is shown.

Each is an empty file in the store, named by a hash that tells nothing of who it was.
"""

import logging
import time
from contextlib import suppress
from pathlib import Path

from cachetools import LRUCache

from dashboard.settings import settings

KEPT = 31 * 86_400  # seconds; Streamlit's cookie is worth something for 30 days
log = logging.getLogger(__name__)
_HERE: LRUCache[str, None] = LRUCache(10_000)  # those of this process, should the store be full


def note(mark: str) -> None:
    """End the sign-in with this mark."""
    _HERE[mark] = None
    try:
        _folder().mkdir(parents=True, exist_ok=True)
        (_folder() / mark).touch()
        _sweep()
    except OSError:
        log.exception("the other servers of this store cannot be told that a sign-in has ended")


def has(mark: str) -> bool:
    """Whether it was ended, here or on another server of the same store."""
    return mark in _HERE or (_folder() / mark).exists()


def _folder() -> Path:
    return settings().store / "signed-out"


def _sweep() -> None:
    for path in _folder().iterdir():
        with suppress(FileNotFoundError):  # another server was faster
            if time.time() - path.stat().st_mtime > KEPT:
                path.unlink()
