"""What stands on a slide, before anyone has drawn it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from dashboard.briefing.deck.texts import Paragraph, Run, height, longest, scaled
from dashboard.content.plotted import Form, Panel, X
from dashboard.content.sources import Source

INSET, PAD = 6.0, 4.0  # points left and right, above and below in a cell
LARGER = (1.3, 1.2, 1.1, 1.0, 0.92)  # times: letters of a table, as it leaves room
EVEN = (1.02, 1.08, 1.15, 1.3)  # of the mean height: so much higher may a page be


class Body:
    """One kind of what fills a slide; `painting.py` knows how to draw it."""


@dataclass(frozen=True)
class Charts(Body):
    """Panels on scales of their own; `owners`: category -> the market its bar is of."""

    form: Form
    panels: tuple[Panel, ...]
    alt: str
    owners: dict[X, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Picture(Body):
    """A PNG, and words beside it."""

    content: bytes
    alt: str
    text: tuple[Paragraph, ...] = ()


@dataclass(frozen=True)
class Cell:
    """A cell of a table over `span` columns; `ground` is RRGGBB, empty where it is that of the slide."""

    text: tuple[Paragraph, ...] = ()
    ground: str = ""
    span: int = 1

    def scaled(self, factor: float) -> "Cell":
        """The cell in letters so many times as large."""
        return replace(self, text=tuple(scaled(one, factor) for one in self.text))


@dataclass(frozen=True)
class Table(Body):
    """Rows of as many cells as `widths` (shares of 1); `head` is empty where the columns need no name; `aside`: text
    that stands beside it."""

    widths: tuple[float, ...]
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    alt: str
    aside: tuple[Paragraph, ...] = ()

    def high(self, row: Sequence[Cell], width: float) -> float:
        """How high a row is at that width of the table, in points."""
        spans = [sum(self.widths[at : at + cell.span]) for at, cell in enumerate(row)]
        inner = [share * width - 2 * INSET for share in spans]
        return max(height(cell.text, room) for cell, room in zip(row, inner, strict=True)) + 2 * PAD

    def titled(self, title: str, subtitle: str) -> tuple[Cell, ...]:
        """A row that names those below it."""
        text = Paragraph((Run(title, bold=True, serif=True), Run(f"  {subtitle}", size=11, muted=True)), 14, before=6)
        return (Cell((text,), span=len(self.widths)), *[Cell()] * (len(self.widths) - 1))

    def whole(self, width: float) -> float:
        """How high all of it is."""
        return sum(self.high(row, width) for row in ([self.head] if self.head else []) + list(self.rows))

    def scaled(self, factor: float) -> "Table":
        """The table in letters so many times as large."""
        rows = tuple(tuple(cell.scaled(factor) for cell in row) for row in self.rows)
        return replace(self, head=tuple(cell.scaled(factor) for cell in self.head), rows=rows)

    def fitted(self, width: float, room: float) -> list["Table"]:
        """On as few slides as it takes, in the largest letters for these; about as much on each of them."""
        smallest = self.scaled(LARGER[-1])
        count = len(list(smallest.pages(width, room)))
        tables = (self.scaled(factor) for factor in LARGER)
        good = (one for one in tables if one._unbroken(width) and len(list(one.pages(width, room))) == count)
        made = next(good, smallest)
        even = made.whole(width) / count
        tried = (list(made.pages(width, min(even * share, room))) for share in EVEN)
        return next((found for found in tried if len(found) == count), list(made.pages(width, room)))

    def _unbroken(self, width: float) -> bool:
        """Does every word of the head find room in its column?"""
        inner = [share * width - 2 * INSET for share in self.widths]
        return all(longest(one) <= room for cell, room in zip(self.head, inner, strict=False) for one in cell.text)

    def pages(self, width: float, room: float) -> Iterator["Table"]:
        """The table in pieces that are at most so high, each under the same head."""
        first = self.high(self.head, width) if self.head else 0
        kept: list[tuple[Cell, ...]] = []
        used = first
        for row in self.rows:
            high = self.high(row, width)
            if kept and used + high > room:
                yield replace(self, rows=tuple(kept))
                kept, used = [], first
            kept.append(row)
            used += high
        yield replace(self, rows=tuple(kept))


@dataclass(frozen=True)
class Card:
    """A large number: what stands above it, it, what follows it, a bar of that share of the card, and words below."""

    value: str
    unit: str = ""
    head: str = ""
    share: float | None = None
    text: tuple[Paragraph, ...] = ()


@dataclass(frozen=True)
class Cards(Body):
    """Large numbers side by side."""

    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Words(Body):
    """Text; `columns`: in several, as small as sources are."""

    text: tuple[Paragraph, ...]
    columns: bool = False


@dataclass(frozen=True)
class Slide:
    """A slide: the chapter above its title, its title and subtitle, what fills it, remarks and sources below, and what
    the speaker may want to know."""

    chapter: str
    title: str
    subtitle: str
    body: Body
    sources: tuple[Source, ...] = ()
    remarks: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
