"""What is asked of the workshop and what it answers."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Literal

from dashboard.made import Made

# Why nothing was made: its job would not (and says why), it failed, took too long, its process ended, the data it was
# ordered of are published no more, the file is larger than all that is kept.
Reason = Literal["refused", "fault", "limit", "ended", "version", "size"]


@dataclass(frozen=True)
class Order:
    """A file to be made.

    `make` names a job of the workshop's list, `arguments` are its plain, hashable values, `version` is the data's.
    """

    make: str
    arguments: Mapping[str, Hashable]
    version: str

    @property
    def key(self) -> Hashable:
        """The same for the same orders."""
        return self.make, frozenset(self.arguments.items()), self.version


@dataclass(frozen=True)
class Waiting:
    """So many orders are done before it."""

    before: int = 0


@dataclass(frozen=True)
class Working:
    """It is being made: step `step` of `of`, in the job's own words (empty before the first one)."""

    step: int = 0
    of: int = 0
    words: str = ""


@dataclass(frozen=True)
class Done:
    """It can be taken; `size` in bytes."""

    name: str
    media_type: str
    size: int


@dataclass(frozen=True)
class Failed:
    """It was not made; a job that refuses says why in its own words."""

    reason: Reason
    words: str = ""


@dataclass(frozen=True)
class Cancelled:
    """Nobody wants it any more."""


@dataclass(frozen=True)
class Forgotten:
    """No such order, or its file is kept no more."""


State = Waiting | Working | Done | Failed | Cancelled | Forgotten
Report = Callable[[int, int, str], None]  # step, of how many, what it is, in the reader's language
Job = Callable[..., Made]  # job(**arguments, report=report)


class Refused(Exception):
    """Raised by a job that cannot make what is asked for, in words for the reader."""


class Overtaken(Exception):
    """Raised by a job: the facts that it was ordered of are not those that it would be made of."""


class Full(Exception):
    """So many orders wait that no other one is taken."""


class NotMade(Exception):
    """There is no file; `state` says why."""

    def __init__(self, state: State) -> None:
        super().__init__(str(state))
        self.state = state
