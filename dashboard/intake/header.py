"""Where a table begins within a file: below title rows, on one of several sheets, between separators."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from dashboard.intake.folding import folded
from dashboard.intake.quick import Text
from dashboard.intake.text import letters_of
from dashboard.warehouse.readable import Rows, Unreadable

DEEP = 50  # rows that are looked at


@dataclass(frozen=True)
class Candidate:
    """One way to read the file; `batches` begins anew each time. A workbook's rows end with their last filled cell."""

    name: str
    batches: Callable[[], Iterator[Rows]]
    is_sheet: bool
    text: Text | None = None  # what the database can read


@dataclass(frozen=True)
class Head:
    """A header: its row from 0, what stands in it, how many of it are known."""

    row: int
    cells: tuple[str, ...]
    known: int
    regular: float  # share of the rows below with as many cells


def head_of(candidate: Candidate, known: Collection[str], row: int | None) -> Head:
    """The header of a candidate: the row that names most of what is `known`, else the first that is filled like one.

    `row`: which one it is, counted from 1, if that is known.
    """
    rows: Rows = []
    with suppress(Unreadable):  # it may be another candidate that is meant; else it is told when all is read
        rows.extend(islice((one for batch in candidate.batches() for one in batch), max(DEEP, row or 0)))
    scores = [len({folded(cell) for cell in one} & set(known)) for one in rows]
    if row:
        place = row - 1
    elif max(scores, default=0):
        place = scores.index(max(scores))
    else:
        place = _filled(rows)
    cells = rows[place] if place < len(rows) else []
    below = [len(one) for one in rows[place + 1 :] if any(one)]
    width = _width(cells)
    regular = sum(count == len(cells) for count in below) / len(below) if below and width > 1 else 0.0
    return Head(place, tuple(_named(cells[:width])), scores[place] if place < len(scores) else 0, regular)


def _filled(rows: Rows) -> int:
    """The first row with nearly as many cells as the widest."""
    widths = [sum(bool(cell.strip()) for cell in row) for row in rows]
    most = max(widths, default=0)
    return next((place for place, width in enumerate(widths) if width and width >= most * 0.6), 0)


def _width(cells: list[str]) -> int:
    """Without the empty cells at the end."""
    return max((place for place, cell in enumerate(cells, 1) if cell.strip()), default=0)


def _named(cells: list[str]) -> Iterator[str]:
    """Each header once: one that is empty by its letter, one that stands there again with a number."""
    seen: Counter[str] = Counter()
    for place, cell in enumerate(cells):
        name = " ".join(cell.split()) or f"column {letters_of(place)}"
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name} ({seen[name]})"


def best(heads: dict[str, Head]) -> str:
    """The name of the candidate that is most of a table; the first of equals."""
    return max(heads, key=lambda name: (heads[name].known, heads[name].regular, len(heads[name].cells) > 1))
