"""A lock between processes that ends with the process that holds it, however that ends."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dashboard.values import Said
from dashboard.versions.version import Held

PATIENCE, PAUSE = 5.0, 0.05  # seconds


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock within. Raises Held if another one does for longer than one waits."""
    held = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        until = time.monotonic() + PATIENCE
        while not _is_ours(held):
            if time.monotonic() >= until:
                raise Held(Said("{folder} is held by another process that publishes", folder=str(path.parent)))
            time.sleep(PAUSE)
        yield
    finally:
        os.close(held)


if sys.platform == "win32":
    import msvcrt

    def _is_ours(held: int) -> bool:
        try:
            msvcrt.locking(held, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _is_ours(held: int) -> bool:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
