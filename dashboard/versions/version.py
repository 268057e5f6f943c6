"""A version of the facts, and why a new one was not published."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from dashboard.values import Said
from dashboard.warehouse.build_error import StoreError
from dashboard.warehouse.fault import Fault, counted

# How it came about: rows of a file, of a person's own, an earlier version again, or files that changed on disk.
Kind = Literal["import", "edit", "restore", "files"]

# What is being done: contents put into the store, the folder that would result checked, built, the files written.
Step = Literal["keep", "check", "build", "write"]
Report = Callable[[Step], object]


@dataclass(frozen=True)
class Version:
    """The data folder as it was from `when` (UTC) on: each of its files (as the package names them) by the SHA-256 of
    its content. Who published it and why; both are empty where files changed on disk."""

    number: int
    when: datetime
    who: str
    why: str
    kind: Kind
    files: Mapping[str, str]

    @property
    def is_first(self) -> bool:
        """Whether the facts were kept from then on."""
        return self.number == 1


class Superseded(RuntimeError):
    """The facts are not those any more that the change was made for; `newest` is what they are."""

    def __init__(self, newest: Version) -> None:
        named = {"number": str(newest.number), "who": newest.who, "why": newest.why}
        super().__init__(
            Said("version {number} was published meanwhile by {who}: {why}", **named)
            if newest.who
            else Said("version {number} was published meanwhile", **named)
        )
        self.newest = newest


class Faulty(RuntimeError):
    """What was to be published has faults; nothing was changed."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join([*map(str, faults), f"{counted(faults)}; nothing published"]))
        self.faults = tuple(faults)


class NoVersion(LookupError):
    """There is no such version, or no such file in it."""


class FolderError(StoreError):
    """The data folder cannot be written."""

    where = "(data folder)"
    mend = Said(
        "Make room there, or let whoever runs this write in it; POCKET_TRUTH=store keeps the facts in the store."
    )


class Damaged(StoreError):
    """What the store holds of a version is not what was put there."""

    mend = Said("Restore the folder of versions from a backup, or publish the facts anew.")


class Held(StoreError):
    """Another process is publishing."""

    mend = Said("Try again in a moment; nothing was changed.")
