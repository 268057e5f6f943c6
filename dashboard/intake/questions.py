"""What only whoever imports can answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Ask(StrEnum):
    """What is asked; the heading in the map under which it is answered."""

    WORD = "words"  # what a cell means
    NUMBERS = "numbers"  # in which notation a column is
    DATES = "dates"  # whether days or months come first
    SAME = "same"  # whether a row is a known one
    DEFAULT = "defaults"  # what rows hold that say nothing


@dataclass(frozen=True)
class Guess:
    """A possible answer: what to write, what that is called, how near it is (0–1; None where nothing was measured)."""

    answer: str
    name: str
    near: float | None = None


@dataclass(frozen=True)
class Question:
    """`said` stands in the file, in `rows` rows, the first of them `row`; `column` is the table's."""

    ask: Ask
    column: str | None
    said: str
    row: int
    rows: int
    guesses: tuple[Guess, ...] = ()

    @property
    def about(self) -> tuple[Ask, str | None, str]:
        """What is asked, whichever rows it stands in."""
        return self.ask, self.column, self.said

    @property
    def heading(self) -> str:
        """The table of the map that takes the answer."""
        return f"{self.ask}.{self.column}" if self.ask is Ask.WORD else str(self.ask)


def guessed(questions: Iterable[Question]) -> dict[str, dict[str, str]]:
    """Heading -> what was asked -> the best guess."""
    found: dict[str, dict[str, str]] = {}
    for one in questions:
        key = one.said if one.ask in (Ask.WORD, Ask.SAME) else str(one.column)
        found.setdefault(one.heading, {})[key] = one.guesses[0].answer if one.guesses else ""
    return found
