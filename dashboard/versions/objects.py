"""The contents of files, each once: compressed as gzip does, under the SHA-256 of what it unpacks to."""

import hashlib
import os
import time
import uuid
import zlib
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from dashboard import disk
from dashboard.values import Said
from dashboard.versions.version import Damaged

GZIP, LEVEL = 31, 3  # zlib's name for gzip's format; facts get hardly smaller with more effort
ABANDONED = 3600  # seconds after which nobody is about to name a content that no version names


class Objects:
    """The contents in a folder; any number of processes may add some."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, source: bytes | Path) -> str:
        """Keep a content, on the disk after the next `sync`; answers its hash."""
        disk.make_folder(self.folder)
        pieces = [source] if isinstance(source, bytes) else disk.read(source)
        draft, digest = self.folder / f".{os.getpid()}-{uuid.uuid4().hex}", hashlib.sha256()
        disk.write(draft, _packed(_through(digest, pieces)))
        try:
            draft.replace(self._path(name := digest.hexdigest()))
        except OSError:
            draft.unlink(missing_ok=True)
            raise
        return name

    def sync(self) -> None:
        """What was put is on the disk when this returns, with its name."""
        disk.sync_folder(self.folder)

    def has(self, name: str) -> bool:
        """Whether this content is kept; no sweep takes it in the next time."""
        try:
            os.utime(self._path(name))
        except FileNotFoundError:
            return False
        return True

    def read(self, name: str) -> Iterator[bytes]:
        """A content, piece by piece. Raises Damaged, at the latest at its end."""
        digest = hashlib.sha256()
        try:
            yield from _through(digest, _unpacked(disk.read(self._path(name))))
        except (OSError, zlib.error) as error:
            raise Damaged(Said("{path} cannot be read: {why}", path=str(self._path(name)), why=str(error))) from error
        if digest.hexdigest() != name:
            raise Damaged(Said("{path} is not what its name says", path=str(self._path(name))))

    def sweep(self, named: Collection[str]) -> None:
        """Delete what nobody names and nobody is about to."""
        for path in self.folder.iterdir():
            with suppress(OSError):  # the next sweep may be luckier
                if path.name not in named and time.time() - path.stat().st_mtime > ABANDONED:
                    path.unlink()

    def _path(self, name: str) -> Path:
        return self.folder / name


def _through(digest: "hashlib._Hash", pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces as they are, taken into the hash."""
    for piece in pieces:
        digest.update(piece)
        yield piece


def _packed(pieces: Iterable[bytes]) -> Iterator[bytes]:
    packer = zlib.compressobj(LEVEL, wbits=GZIP)
    for piece in pieces:
        yield packer.compress(piece)
    yield packer.flush()


def _unpacked(pieces: Iterable[bytes]) -> Iterator[bytes]:
    unpacker = zlib.decompressobj(wbits=GZIP)
    for piece in pieces:
        while piece:
            yield unpacker.decompress(piece, disk.CHUNK)
            piece = unpacker.unconsumed_tail
    yield unpacker.flush()
