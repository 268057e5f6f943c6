"""Every version of a data folder: kept, published, brought back.

Publishing takes these steps, and whoever is killed between two of them leaves the folder as it was, or as it is to
be: the new contents are put into the store; the folder that would result is checked, and its warehouse file built;
under a lock, if the facts are still those the change was made for, the new files are made ready beside the old ones,
the journal is written, and one renaming makes them count (`warehouse/takeover.py`). A version in the journal whose
files still lie ready never counted.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from dashboard import disk
from dashboard.versions.candidate import candidate
from dashboard.versions.history import History
from dashboard.versions.journal import Entry
from dashboard.versions.lock import locked
from dashboard.versions.refused import told
from dashboard.versions.version import Faulty, Kind, Report, Superseded, Version
from dashboard.warehouse import check
from dashboard.warehouse.build import content_hashes, data_files
from dashboard.warehouse.build_error import StoreError
from dashboard.warehouse.fault import Fault
from dashboard.warehouse.takeover import settle, stage, take_over

Check = Callable[[Path], list[Fault]]
Files = Mapping[str, str]  # path in the data folder -> hash of the content


class Versions(History):
    """The versions of the data folder `facts`, kept in `folder`. For any number of threads and processes.

    `known` says of a folder whether just this was checked before and need not be again; `build` does what must succeed
    besides before it counts, so that it is served at once.
    """

    def __init__(
        self,
        folder: Path,
        facts: Path,
        *,
        check: Check = check,
        known: Callable[[Path], bool] = lambda _: False,
        build: Callable[[Path], object] = lambda _: None,
    ) -> None:
        super().__init__(folder, facts)
        self._check, self._known, self._build = check, known, build
        self._faulty: tuple[Files, list[Fault]] | None = None  # what was found last, not to be checked at every look

    def newest(self) -> Version:
        """The facts as they are: what has changed on disk is noted first, unless it is faulty.

        Raises Faulty where there was never a version without faults, StoreError where the store cannot be written.
        """
        with told(self.folder, self.facts):
            disk.make_folder(self.folder)
            while True:
                found, last = self._found(), next(iter(self.all()), None)
                if last and last.files == found:
                    return last
                if faults := self._faults(found):
                    if not last:
                        raise Faulty(faults)
                    return last
                if noted := self._note(found):
                    return noted

    def publish(
        self,
        changed: Mapping[str, bytes | Path],
        *,
        base: int,
        who: str,
        why: str,
        kind: Kind = "import",
        report: Report = lambda _: None,
    ) -> Version:
        """Replace files of the data folder by these contents, all or nothing.

        `base` is the number of the version they were made for; `report` hears of each step. Raises Superseded, Faulty,
        StoreError, Unsettled (it counts, but a file keeps its place), and ValueError for a path that is none of the
        data.
        """
        with told(self.folder, self.facts):
            found = self._found()
            self._stands(base)
            report("keep")
            files = {**found, **{path: self._objects.put(source) for path, source in changed.items()}}
            return self._publish(files, found, base, Entry(who, why, kind), report)

    def restore(
        self, number: int, *, who: str, why: str, base: int | None = None, report: Report = lambda _: None
    ) -> Version:
        """Publish an earlier version again, in place of that which is `base` or, without one, the newest.

        Raises NoVersion, and as `publish`.
        """
        with told(self.folder, self.facts):
            found, newest = self._found(), self.newest()
            if base not in (None, newest.number):
                raise Superseded(newest)
            entry = Entry(who, why, "restore")
            return self._publish(self.get(number).files, found, newest.number, entry, report)

    def _publish(self, files: Files, found: Files, base: int, entry: Entry, report: Report) -> Version:
        new = {path: name for path, name in files.items() if found.get(path) != name}
        if files == found:
            return self._stands(base)
        with candidate(self.folder, self.facts, files, {path: self._objects.read(new[path]) for path in new}) as folder:
            if strange := files.keys() - _names(folder):
                raise ValueError(f"{', '.join(sorted(strange))}: no file of the data")
            report("check")
            if faults := self._checked(folder):
                raise Faulty(faults)
            report("build")
            self._build(folder)
        report("write")
        with locked(self.folder / "lock"):
            self._tidy()
            if self._found() == found and self.all()[0].number == base:
                return self._commit(files, found, entry)
        raise Superseded(self.newest())

    def _commit(self, files: Files, found: Files, entry: Entry) -> Version:
        """What was checked becomes the facts."""
        log = self._journal.read()
        new = {path: name for path, name in files.items() if found.get(path) != name}
        gone = found.keys() - files.keys()
        replaced = self._kept({path: found[path] for path in (*new, *gone) if path in found}, log.named)
        self._objects.sync()
        contents = {path: self._objects.read(name) for path, name in new.items()}
        try:
            with told(self.facts, self.facts):
                ready = stage(self.facts, self._draft + str(log.following), contents, gone)
            version = self._journal.add(entry, files, replaced)
            with told(self.facts, self.facts):
                take_over(ready)
        except (OSError, StoreError):
            with suppress(OSError):  # else whoever publishes next does it
                self._tidy()
            raise
        return version

    def _kept(self, files: Files, named: frozenset[str]) -> Files:
        """The contents that are in no version, since they have faults; they are put into the store before they go."""
        lost = {path: name for path, name in files.items() if name not in named}
        return {path: self._objects.put(self.facts / path) for path in lost}

    def _note(self, found: Files) -> Version | None:
        """What is on disk as a version; None if that changed meanwhile."""
        if [path for path, name in found.items() if not self._is_kept(path, name)]:
            return None
        self._objects.sync()
        with locked(self.folder / "lock"):
            self._tidy()
            if self._found() != found:
                return None
            last = next(iter(self.all()), None)
            return last if last and last.files == found else self._journal.add(Entry("", "", "files"), found, {})

    def _is_kept(self, path: str, name: str) -> bool:
        """Whether the store has this content, now at the latest."""
        return self._objects.has(name) or self._objects.put(self.facts / path) == name

    def _faults(self, found: Files) -> list[Fault]:
        if not (last := self._faulty) or last[0] != found:
            self._faulty = last = found, self._checked(self.facts)
        return last[1]

    def _checked(self, folder: Path) -> list[Fault]:
        return [] if self._known(folder) else self._check(folder)

    def _stands(self, base: int) -> Version:
        """The newest version. Raises Superseded if it is not this one."""
        if (newest := self.newest()).number != base:
            raise Superseded(newest)
        return newest

    def _found(self) -> dict[str, str]:
        """The files as they are; what counts already is put in its place first."""
        settle(self.facts)
        return {name: content.hex() for name, content in content_hashes(self.facts).items()}


def _names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in data_files(folder)}
