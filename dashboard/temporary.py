"""Folders for a while: gone when they are left, or, where their process was killed, when the next one is made."""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

ABANDONED = 3600  # seconds after which nobody works there any more


@contextmanager
def temporary(prefix: str, place: Path | None = None) -> Iterator[Path]:
    """A new folder whose name begins so, in `place` or where the system has its own; no other kind begins so."""
    for left in (place or Path(gettempdir())).glob(f"{prefix}*"):
        with suppress(FileNotFoundError):  # another process was faster
            if time.time() - left.stat().st_mtime > ABANDONED:
                shutil.rmtree(left, ignore_errors=True)
    with TemporaryDirectory(prefix=prefix, dir=place) as folder:
        yield Path(folder)
