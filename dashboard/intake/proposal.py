"""What importing a file would do to a table: rows added, cells changed, what is wrong, what is asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dashboard.intake.answers import Answers
from dashboard.intake.matching import Match
from dashboard.intake.questions import Question
from dashboard.intake.reading import Read
from dashboard.intake.values import Taken
from dashboard.warehouse.fault import Fault


@dataclass(frozen=True)
class Change:
    """A cell of a known row that would change; `row` is that of the file."""

    row: int
    key: str
    column: str
    before: str
    after: str


@dataclass(frozen=True)
class New:
    """A row that would be added; `row` is that of the file, `cells` those that are filled, by column."""

    row: int
    cells: Mapping[str, str]


@dataclass(frozen=True)
class Proposal:
    """What would become of `table`; `content` is its whole new file, there as long as the context that made it.

    Counts are of all, `changes` and `new` the first of them; without a `content` nothing can be published.
    """

    table: str
    path: str  # of the table within the data folder
    read: Read
    matched: tuple[Match, ...]
    answers: Answers
    added: int
    changed: int
    unchanged: int
    cells: int  # changed ones
    changes: tuple[Change, ...]
    new: tuple[New, ...]
    faults: tuple[Fault, ...]
    questions: tuple[Question, ...]
    taken: tuple[Taken, ...]
    content: Path | None

    @property
    def differs(self) -> bool:
        """Whether there is anything to publish."""
        return bool(self.added or self.cells)
