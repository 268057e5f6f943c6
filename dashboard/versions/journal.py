"""The journal of versions: a line of JSON for each, written before the data change and never altered.

A version whose publication came to nothing gets a second line that withdraws it; its number is not used again. A line
that a power cut left half is none.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from dashboard import disk
from dashboard.values import Said
from dashboard.versions.version import Damaged, Kind, Version


class Entry(NamedTuple):
    """What is said of a version: who published it, why, and how it came about."""

    who: str
    why: str
    kind: Kind


@dataclass(frozen=True)
class Log:
    """What the journal says: its versions, the oldest first, the number of the next one, and every content it names."""

    versions: tuple[Version, ...] = ()
    following: int = 1
    named: frozenset[str] = frozenset()


class Journal:
    """The journal in a file; only who holds the store's lock writes."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> Log:
        """All that it says. Raises Damaged."""
        try:
            stat = self.path.stat()
        except FileNotFoundError:
            return Log()
        return _read(self.path, stat.st_size, stat.st_mtime_ns, stat.st_ino)

    def add(self, entry: Entry, files: Mapping[str, str], replaced: Mapping[str, str]) -> Version:
        """A line for a new version, on the disk when this returns.

        `replaced`: contents it takes the place of that are in no version, since they had faults; they are kept.
        """
        version = Version(self.read().following, datetime.now(UTC), *entry, dict(files))
        told = {**vars(version), "when": version.when.isoformat(), "replaced": dict(replaced)}
        self._append(told)
        return version

    def withdraw(self, number: int) -> None:
        """Say that nothing came of this version."""
        self._append({"withdrawn": number, "when": datetime.now(UTC).isoformat()})

    def _append(self, told: Mapping[str, Any]) -> None:
        is_new = not self.path.exists()
        if not is_new:
            self._end_line()
        disk.append(self.path, json.dumps(told, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
        if is_new:
            disk.sync_folder(self.path.parent)

    def _end_line(self) -> None:
        """Take back what a power cut left of a line."""
        content = self.path.read_bytes()
        if (end := content.rfind(b"\n") + 1) < len(content):
            with self.path.open("rb+") as file:
                file.truncate(end)


@lru_cache(maxsize=8)
def _read(path: Path, *_: int) -> Log:
    lines = path.read_bytes().split(b"\n")[:-1]
    try:
        told = [json.loads(line) for line in lines]
        withdrawn = {one["withdrawn"] for one in told if "withdrawn" in one}
        last = max((one["number"] for one in told if "number" in one), default=0)
        counting = [one for one in told if one.get("number", 0) not in {0, *withdrawn}]
        versions = tuple(map(_version, counting))
        named = {name for one in counting for files in (one["files"], one["replaced"]) for name in files.values()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Damaged(Said("{path} cannot be understood: {why}", path=str(path), why=str(error))) from error
    return Log(versions, last + 1, frozenset(named))


def _version(told: Mapping[str, Any]) -> Version:
    when = datetime.fromisoformat(told["when"])
    return Version(told["number"], when, told["who"], told["why"], told["kind"], told["files"])
