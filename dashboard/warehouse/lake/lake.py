"""The versions in a lake, one a folder: begun, written, and from one small step on those that count.

    current.json                          which version counts
    versions/000007-3fa9c1/public/        the tables as Parquet, without internal rows
    versions/000007-3fa9c1/whole/         with them
    versions/000007-3fa9c1/manifest.json  what there is, written when all of it is there and proved

Whoever is killed between two steps leaves what counted before, and a folder without a manifest, which is swept.
Who reads one of the two copies need not be let near the other.
"""

import errno
import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from secrets import token_hex

from dashboard.settings import KEYS
from dashboard.values import Said
from dashboard.warehouse.build_error import FULL
from dashboard.warehouse.lake import fault, manifest
from dashboard.warehouse.lake.fault import (
    HalfWritten,
    KeyInAddress,
    LakeEmpty,
    LakeFault,
    LakeFull,
    NoFolder,
    NoLake,
    Overtaken,
    TooNew,
)
from dashboard.warehouse.lake.manifest import COPIES, Copy, File, Manifest
from dashboard.warehouse.lake.place import Place, place

POINTER, VERSIONS, MANIFEST = "current.json", "versions", "manifest.json"
NUMBERED = re.compile(rf"{VERSIONS}/(\d{{6,}})-")
PATIENCE = 60.0  # seconds that one who publishes waits for another, who takes a moment
NO_RIGHT = (errno.EACCES, errno.EPERM, errno.EROFS)


@dataclass(frozen=True)
class Version:
    """A whole version: its folder below the lake, and what is in it."""

    folder: str
    manifest: Manifest

    def tables(self, copy: Copy, lake: str) -> dict[str, str]:
        """Table -> its file, as whoever calls the lake by this name finds it."""
        return {file.table: f"{lake.rstrip('/')}/{self.folder}/{file.path}" for file in self.manifest.files(copy)}


class Lake:
    """The lake at a folder or URL, of which the newest `keep` versions are kept. All raise LakeFault."""

    def __init__(self, named: str, keep: int) -> None:
        self.keep = keep
        if KEYS.search(named):
            raise KeyInAddress(Said("no key belongs in the address of a lake"))
        try:
            self.place: Place = place(named)
        except (OSError, ValueError) as error:
            told = LakeFault(Said("{lake} is no place for a lake: {why}", lake=named, why=str(error)))
            raise fault.of_object_store(str(error), named) or told from error

    def newest(self, copies: Sequence[Copy] = COPIES) -> Version:
        """The version that counts, of which these copies are seen to be whole. Raises LakeEmpty, HalfWritten."""
        folder = self.pointed()
        if not folder:
            if self.place.lacking():
                raise NoLake(Said("there is no lake {lake}", lake=self.place.url))
            raise LakeEmpty(Said("nothing is published in {lake}", lake=self.place.url))
        found = self._version(folder)
        if found is None or self.wrong(found, copies=copies):
            raise HalfWritten(Said("the version {folder} in {lake} is not whole", folder=folder, lake=self.place.url))
        return found

    def pointed(self) -> str:
        """The folder of the version that counts; empty if there is none."""
        with self.telling():
            try:
                told = json.loads(self.place.read(POINTER))
                return str(told["folder"])
            except FileNotFoundError:
                return ""
            except (ValueError, KeyError, TypeError) as error:
                raise HalfWritten(Said("{file} in {lake} is damaged", file=POINTER, lake=self.place.url)) from error

    def all(self) -> list[Version]:
        """Every version that has a manifest, newest first; whether its files are there is another question."""
        with self.telling():
            folders = {path.rpartition("/")[0] for path, _, _ in self.place.found(VERSIONS) if path.endswith(MANIFEST)}
            found = filter(None, map(self._known, folders))
            return sorted(found, key=lambda one: (one.manifest.number, one.folder), reverse=True)

    def last_whole(self, copies: Sequence[Copy] = COPIES) -> Version | None:
        """The newest version of which these copies are whole, whatever is pointed to."""
        return next((one for one in self.all() if not self.wrong(one, copies=copies)), None)

    def wrong(self, version: Version, *, thorough: bool = False, copies: Sequence[Copy] = COPIES) -> str:
        """The first file that is not as the manifest says, by its size or, `thorough`, its content; empty if none."""
        with self.telling():
            for file in (file for copy in copies for file in version.manifest.files(copy)):
                path = f"{version.folder}/{file.path}"
                if self.place.size(path) != file.size or (thorough and self._sha256(path) != file.sha256):
                    return file.path
        return ""

    def begin(self) -> tuple[int, str]:
        """The number of a new version, and a folder of its own for it. Raises NoFolder."""
        with self.telling():
            if len(lacking := self.place.lacking()) > 1:
                raise NoFolder(Said("there is no folder {folder}", folder=lacking[0]))
            held = (NUMBERED.match(path) for path, _, _ in self.place.found(VERSIONS))
            number = 1 + max((int(one[1]) for one in held if one), default=0)  # what has another name is not ours
        return number, f"{VERSIONS}/{number:06}-{token_hex(3)}"

    def verify(self, version: Version, *, thorough: bool = True) -> None:
        """See that both copies are there, by reading them once more. Raises HalfWritten."""
        if path := self.wrong(version, thorough=thorough):
            raise HalfWritten(Said("{file} is not in {lake} as it was written", file=path, lake=self.place.url))

    def point_to(self, version: Version) -> None:
        """Say that all of it is there: from here on it is a version, and counts. Raises Overtaken, HalfWritten."""
        with self._turn():
            number, before = version.manifest.number, self._counting()
            if before and before.manifest.number >= number:
                raise Overtaken(Said("version {number} was published meanwhile", number=str(before.manifest.number)))
            self.verify(version, thorough=False)  # proving it takes a while: somebody may have swept it
            self.place.write(f"{version.folder}/{MANIFEST}", version.manifest.written())
            self.place.write(POINTER, json.dumps({"number": number, "folder": version.folder}).encode())

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """What is read within is what is replaced within, if the place knows locks. Raises Overtaken."""
        with self.telling(), self.place.turn(PATIENCE) as is_ours:
            if not is_ours:
                raise Overtaken(Said("somebody else is publishing in {lake}", lake=self.place.url))
            yield

    def _counting(self) -> Version | None:
        try:
            folder = self.pointed()
        except HalfWritten:  # whoever publishes mends it
            return None
        return self._version(folder) if folder else None

    def discard(self, folder: str) -> None:
        """Delete a version, its manifest first: without that it is none."""
        with self.telling():
            self.place.delete(f"{folder}/{MANIFEST}")
            for path, _, _ in self.place.found(folder):
                self.place.delete(path)
            self.place.prune(folder)

    def _version(self, folder: str) -> Version | None:
        try:
            return Version(folder, manifest.read(self.place.read(f"{folder}/{MANIFEST}")))
        except (FileNotFoundError, ValueError):
            return None

    def _known(self, folder: str) -> Version | None:
        with suppress(TooNew):
            return self._version(folder)
        return None

    def _sha256(self, path: str) -> str:
        digest = hashlib.sha256()
        for chunk in self.place.chunks(path):
            digest.update(chunk)
        return digest.hexdigest()

    @contextmanager
    def telling(self) -> Iterator[None]:
        """What the place refuses, in words."""
        try:
            yield
        except OSError as error:
            raise refused(error, self.place.url) from error


def refused(error: OSError, lake: str) -> LakeFault:
    """Why it could not be read or written."""
    if error.errno in FULL or "No space left" in str(error):
        return LakeFull(Said("no room left in {lake}", lake=lake))
    if error.errno in NO_RIGHT or isinstance(error, PermissionError):
        return LakeFull(Said("{lake} may not be read or written", lake=lake))
    if isinstance(error, FileExistsError | NotADirectoryError):
        return NoFolder(Said("{lake} is a file, no folder", lake=lake))
    if told := fault.of_object_store(str(error), lake):
        return told
    return LakeFault(Said("{lake} cannot be read: {why}", lake=lake, why=error.strerror or str(error)))


def hashed(table: str, path: str, content: Iterator[bytes], rows: int) -> File:
    """What the manifest says of a file, taken from the file that was made and not from what became of it."""
    digest, size = hashlib.sha256(), 0
    for chunk in content:
        digest.update(chunk)
        size += len(chunk)
    return File(table, path, size, digest.hexdigest(), rows)
