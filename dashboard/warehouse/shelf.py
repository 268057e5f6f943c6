"""The files of the store: one for each published version, and a note which of them is the last good one."""

import hashlib
import logging
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb

from dashboard.lock import holding
from dashboard.warehouse.build_error import build_error
from dashboard.warehouse.fault import Fault
from dashboard.warehouse.locked import opened

VERSIONS = 5  # published files kept in the store
ABANDONED = 3600  # seconds after which nobody works on a draft any more
log = logging.getLogger(__name__)


class Shelf:
    """The published versions of one data folder, public or internal; each folder has a note of its own."""

    def __init__(self, data: Path, store: Path, *, public: bool) -> None:
        self.store, self.public = store, public
        self.kind = "public" if public else "internal"
        folder = hashlib.sha256(str(data.resolve()).encode()).hexdigest()[:8]
        self._note = store / f"current-{self.kind}-{folder}"
        self._turn = store / f".building-{folder}"

    def file(self, version: str) -> Path:
        """Where this version is, or will be."""
        return self.store / f"{version}-{self.kind}.duckdb"

    def holds(self, version: str) -> bool:
        """Whether this version is there; a file that is damaged (a power cut) is deleted, to be built anew."""
        path = self.file(version)
        if not path.is_file():
            return False
        try:
            with opened(path) as connection:
                connection.execute("select package from described")
        except duckdb.Error:
            log.exception("%s is damaged and is built anew", path)
            path.unlink()
        return path.is_file()

    def checked(self, version: str) -> bool:
        """Whether these facts were checked: of no others there is a file, with internal rows or without."""
        return any(self.store.glob(f"{version}-*.duckdb"))

    def have(self, version: str, make: Callable[[], list[Fault]]) -> list[Fault]:
        """See to it that this version is there; returns what is wrong with it, as `make` does. Raises as `turn`."""
        if self.holds(version):
            return []
        with self.turn():  # another process may be making the same
            return [] if self.holds(version) else make()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Of several servers on one store one checks and builds at a time; the others wait, and find what it built.

        Raises StoreError where the store cannot be written.
        """
        try:
            self.store.mkdir(parents=True, exist_ok=True)
            self._turn.touch()
        except OSError as error:
            raise build_error(error, self.store) from error
        with holding(self._turn, ABANDONED):  # whoever waited so long builds beside the other
            yield

    def last_good(self) -> str:
        """The last good version; empty if there is none yet."""
        return self._note.read_text(encoding="utf-8").strip() if self._note.is_file() else ""

    def point_to(self, version: str) -> None:
        """Note that this version is good, and tidy up; the old note stays where a new one cannot be written."""
        draft = self._note.with_name(f".{self._note.name}.{os.getpid()}.draft")
        try:
            draft.write_text(version, encoding="utf-8")
            draft.replace(self._note)
        except OSError as error:
            draft.unlink(missing_ok=True)
            raise build_error(error, self.store) from error
        self.tidy()

    def tidy(self) -> None:
        """Delete all but the newest files, so many for each city of the store, and drafts that a power cut left.

        Whoever still has an older file open keeps it until it closes it; what cannot be deleted goes another time.
        """
        files = sorted(self.store.glob(f"*-{self.kind}.duckdb"), key=_written, reverse=True)
        with suppress(OSError):  # a note that cannot be read may name any file: all stay
            notes = [note.read_text("utf-8", "replace").strip() for note in self.store.glob(f"current-{self.kind}-*")]
            current = set(map(self.file, notes))
            for path in files[VERSIONS * max(1, len(notes)) :]:
                if path not in current:
                    with suppress(OSError):
                        path.unlink()
        for draft in self.store.glob("*.draft*"):
            with suppress(OSError):  # its builder was done
                if time.time() - draft.stat().st_mtime > ABANDONED:
                    draft.unlink()


def _written(path: Path) -> float:
    """When; another server that tidies up may just have deleted it."""
    with suppress(OSError):
        return path.stat().st_mtime
    return 0.0
