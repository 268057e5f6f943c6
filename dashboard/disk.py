"""Files that outlive a power cut: written and renamed so that what is named is there whole.

Every change of the disk that must not be lost goes through here, by the functions of `os`, one step after the other.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

FLAGS = getattr(os, "O_BINARY", 0) | os.O_WRONLY | os.O_CREAT
CHUNK = 1 << 20  # bytes read at once


def write(path: Path, chunks: Iterable[bytes]) -> None:
    """A new file with this content, on the disk when this returns; where that fails there is none."""
    target = os.open(path, FLAGS | os.O_TRUNC, 0o666)
    try:
        try:
            for chunk in chunks:
                _put(target, chunk)
            os.fsync(target)
        finally:
            os.close(target)
    except BaseException:
        with suppress(OSError):
            path.unlink(missing_ok=True)
        raise


def put(target: Path, chunks: Iterable[bytes]) -> None:
    """A file with this content in place of the one before, in one step; the folders it lies in are made."""
    make_folder(target.parent)
    draft = target.with_name(f".{target.name}.{token_hex(4)}")
    write(draft, chunks)
    try:
        draft.replace(target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def read(path: Path) -> Iterator[bytes]:
    """The content of a file, piece by piece."""
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            yield chunk


def walk(folder: Path, *passed_over: type[OSError]) -> Iterator[tuple[Path, list[str]]]:
    """Each folder below one and itself, with the names of its files, but for those that cannot be looked at for such a
    reason (`rglob` tells all of them or none)."""

    def told(error: OSError) -> None:
        if not isinstance(error, passed_over):
            raise error

    for place, _, names in os.walk(folder, onerror=told):
        yield Path(place), names


def append(path: Path, line: bytes) -> None:
    """A line more, on the disk when this returns; where that fails the file ends as before."""
    target = os.open(path, FLAGS, 0o666)
    try:
        before = os.lseek(target, 0, os.SEEK_END)
        try:
            _put(target, line)
            os.fsync(target)
        except OSError:
            os.ftruncate(target, before)
            raise
    finally:
        os.close(target)


def _put(target: int, content: bytes) -> None:
    left = memoryview(content)
    while left:
        left = left[os.write(target, left) :]


def sync_folder(folder: Path) -> None:
    """The names in a folder are on the disk when this returns (Windows sees to that by itself)."""
    if os.name == "nt":
        return
    held = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(held)
    finally:
        os.close(held)


def make_folder(folder: Path, mode: int = 0o777) -> None:
    """A folder, which has this mode if it is made here, and those it lies in, on the disk when this returns."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(mode, exist_ok=True)
    sync_folder(folder.parent)
