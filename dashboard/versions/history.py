"""What the store holds of a data folder: every version, and the contents of its files."""

import hashlib
from collections.abc import Collection, Iterator
from pathlib import Path

from dashboard.values import Said
from dashboard.versions.journal import Journal
from dashboard.versions.objects import Objects
from dashboard.versions.refused import told
from dashboard.versions.version import NoVersion, Version
from dashboard.warehouse.takeover import discard


class History:
    """The versions of the data folder `facts` as `folder` has them, to be read."""

    def __init__(self, folder: Path, facts: Path) -> None:
        self.folder, self.facts = folder, facts
        self._journal, self._objects = Journal(folder / "journal.jsonl"), Objects(folder / "objects")
        self._draft = f".publishing-{hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:8]}-"

    def all(self) -> tuple[Version, ...]:
        """Every version, newest first; one that is being published does not count yet."""
        versions = self._journal.read().versions
        return tuple(one for one in reversed(versions) if not self._lies_ready(one.number))

    def get(self, number: int) -> Version:
        """The version of that number. Raises NoVersion."""
        if not (found := [one for one in self.all() if one.number == number]):
            raise NoVersion(Said("there is no version {number}", number=str(number)))
        return found[0]

    def content(self, number: int, path: str) -> Iterator[bytes]:
        """A file of a version, piece by piece. Raises NoVersion, Damaged."""
        if path not in (files := self.get(number).files):
            raise NoVersion(Said("version {number} has no file {path}", number=str(number), path=path))
        return self._objects.read(files[path])

    def export(self, number: int, folder: Path, only: Collection[str] | None = None) -> None:
        """Write a version as a plain data folder, or only some of its files. Raises NoVersion, Damaged, StoreError."""
        files = self.get(number).files
        with told(folder, self.facts):
            for path in files if only is None else only:
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                with (folder / path).open("wb") as file:
                    file.writelines(self._objects.read(files[path]))

    def _lies_ready(self, number: int) -> bool:
        return (self.facts / f"{self._draft}{number}").is_dir()

    def _tidy(self) -> None:
        """Withdraw what never counted, throw away what was made ready for it, and contents that nobody names."""
        for ready in self.facts.glob(f"{self._draft}*"):
            number = int(ready.name.removeprefix(self._draft))
            if any(one.number == number for one in self._journal.read().versions):
                self._journal.withdraw(number)
            discard(ready)
        if self._objects.folder.is_dir():
            self._objects.sweep(self._journal.read().named)
