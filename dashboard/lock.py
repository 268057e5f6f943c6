"""A lock between processes of this machine that ends with the process that holds it, however that ends."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PAUSE = 0.05  # seconds between two tries


@contextmanager
def holding(path: Path, patience: float) -> Iterator[bool]:
    """Hold the lock within, after waiting so many seconds at most; tells whether it is held."""
    file = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        until = time.monotonic() + patience
        while not (is_ours := _is_ours(file)) and time.monotonic() < until:
            time.sleep(PAUSE)
        yield is_ours
    finally:
        os.close(file)


if sys.platform == "win32":
    import msvcrt

    def _is_ours(file: int) -> bool:
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _is_ours(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
