"""A list or table as people read it: in their notation, without the columns that only programs need."""

import re
from dataclasses import dataclass
from functools import cached_property

from dashboard.content.exhibit import Exhibit
from dashboard.content.extract import Cell, Heading, Sheet, worded
from dashboard.content.sources import web
from dashboard.language import Language

ROWS = 100  # that are shown
CODED = ("code", "url", "date")  # units of columns that stand beside others
FIGURE = re.compile(r"[<>≈×+−\s\d.,%()]*|–")  # that stands at the right of its column


@dataclass(frozen=True)
class Shown:
    """What stands in a cell; `url`: where it is from."""

    text: str
    url: str = ""


@dataclass(frozen=True)
class Table:
    """Heads, the first lines, and of how many."""

    heads: tuple[str, ...]
    lines: tuple[tuple[Shown, ...], ...]
    of: int

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """The columns in which nothing but numbers stand."""
        columns = range(1, len(self.heads))
        return tuple(at for at in columns if all(FIGURE.fullmatch(line[at].text) for line in self.lines))

    @property
    def is_crossed(self) -> bool:
        """Whether each number stands between two heads, so that its line cannot be read by itself."""
        return len(self.numbers) == len(self.heads) - 1 > 1


def table_of(exhibit: Exhibit, lang: Language) -> Table:
    """The table of an exhibit."""
    sheet = exhibit.said or exhibit.sheet
    kept = [at for at, heading in enumerate(sheet.headings) if _is_read(heading, sheet)]
    lines = tuple(tuple(_shown(line, at, sheet, lang) for at in kept) for line in sheet.lines[:ROWS])
    return Table(tuple(sheet.headings[at].title for at in kept), lines, len(exhibit.sheet.lines))


def _is_read(heading: Heading, sheet: Sheet) -> bool:
    """No codes, no addresses, and no number where another column says it in words."""
    return heading.unit not in CODED and not (heading.key == "number" and any(h.key == "shown" for h in sheet.headings))


def _shown(line: tuple[Cell, ...], at: int, sheet: Sheet, lang: Language) -> Shown:
    """A cell; a source with its address, which stands in the next column."""
    heading = sheet.headings[at]
    following = str(line[at + 1] or "") if heading.key == "source" and at + 1 < len(line) else ""
    return Shown(worded(line[at], heading.unit, lang), web(following))
