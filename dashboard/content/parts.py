"""The kinds of content besides figures. Every text is in the reader's language; numbers keep their value beside it."""

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.content.figure import Figure
from dashboard.content.part import Part
from dashboard.content.sources import Source, Sources
from dashboard.link import Go
from dashboard.values import Hedge, Market, Quantity


@dataclass(frozen=True)
class Head(Part):
    """A page's title, and a line on what it is about; that of a market's page has its mark."""

    title: str
    text: str = ""
    market: Market | None = None


@dataclass(frozen=True)
class Note(Part):
    """A sentence between other parts; with a `label` before it, which says what kind of sentence it is."""

    text: str
    label: str = ""


@dataclass(frozen=True)
class Nothing(Part):
    """Said in words where there is nothing to show."""

    text: str


@dataclass(frozen=True)
class Pending(Nothing):
    """Said where something is being found out; once it is (`found`), the same section shows it."""

    found: Callable[[], bool]


@dataclass(frozen=True)
class Control(Part):
    """Where the reader chooses: the name of a field of the page's choice. Only screens draw it."""

    field: str


@dataclass(frozen=True)
class Findings(Part):
    """A few sentences that say what the figures below them show."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class KeyFigure:
    """One number as it stands on screen: value, what it counts, year and region, change; `quantity` is the number."""

    value: str
    label: str
    meta: str
    change: str = ""
    source: Source | None = None
    quantity: Quantity | None = None


@dataclass(frozen=True)
class KeyFigures(Part):
    """The row of key figures."""

    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True)
class Entry:
    """One line of a list; `market` stands before its kind; its title leads to `about`, the market's name `towards`;
    `date` is `when` in ISO 8601, as exact as is known; `tag` is said beside the title."""

    when: str
    title: str
    kind: str = ""
    text: str = ""
    source: Source | None = None
    market: str = ""
    towards: Go | None = None
    about: Go | None = None
    date: str = ""
    tag: str = ""


@dataclass(frozen=True)
class Entries(Part):
    """A list of dated or named entries, of which the first `shown` stand on the page.

    `nothing` is said of an empty one; `wide` sets it in two columns; `of`: how many there are, where only the first are
    here; `kinds`: what their kind is called in files, if it is something else.
    """

    key: str
    title: str
    subtitle: str
    found: tuple[Entry, ...]
    nothing: str = ""
    shown: int = 6
    wide: bool = False
    of: int = 0
    kinds: str = ""


@dataclass(frozen=True)
class Values:
    """The published values of one `market` (empty where they can only be of one), whose name leads `towards`."""

    text: str
    market: str = ""
    towards: Go | None = None
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Definition:
    """What a published figure counts, and its value (or its `values`, market by market); `number` is that of its line
    in a figure, if it is numbered."""

    name: str
    region: str
    value: str = ""
    text: str = ""
    number: int | None = None
    source: Source | None = None
    values: tuple[Values, ...] = ()


@dataclass(frozen=True)
class Definitions(Part):
    """A list of what figures count."""

    title: str
    subtitle: str
    items: tuple[Definition, ...]


@dataclass(frozen=True)
class HeadCell:
    """The head of a table's column or row: a name, where it leads, a note below it; a market has its mark."""

    name: str
    note: str = ""
    towards: Go | None = None
    market: Market | None = None


@dataclass(frozen=True)
class Cell:
    """A number (`value`) in a table: its text and a note below it; `strength` (0..1) is its tone, `faint` marks what
    rests on few cases, `spark` (years, values) is a line beside it, `alt` what is read aloud, `towards` where a click
    leads."""

    text: str
    note: str = ""
    strength: float = 0.0
    faint: bool = False
    spark: tuple[tuple[float, ...], tuple[float, ...]] = ((), ())
    alt: str = ""
    towards: Go | None = None
    value: float | None = None
    hedge: Hedge = Hedge.EXACT


@dataclass(frozen=True)
class Matrix(Part):
    """A table of numbers: `lines` are pairs of a head and its cells, None where there is nothing. `toned`: cells have
    grounds as strong as their `strength`; `unit`: of all its numbers, as in `queries/columns.csv`."""

    key: str
    corner: str
    heads: tuple[HeadCell, ...]
    lines: tuple[tuple[HeadCell, tuple[Cell | None, ...]], ...]
    toned: bool = True
    sources: Sources | None = None
    title: str = ""
    unit: str = ""


@dataclass(frozen=True)
class Beside(Part):
    """Parts side by side: columns of these relative widths; below one another on a phone."""

    columns: tuple[tuple[Part, ...], ...]
    widths: tuple[float, ...]


@dataclass(frozen=True)
class Folded(Part):
    """Parts behind a click on their label."""

    label: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Section:
    """A subject of a page: its heading, a line on what it answers, its parts. One that has nothing to show names only
    what is missing, and the page says it at its end. `hint` says what a click does, where one can click."""

    key: str
    title: str = ""
    text: str = ""
    parts: tuple[Part, ...] = ()
    missing: str = ""
    hint: str = ""


def figures(section: Section) -> list[Figure]:
    """Every figure of a section, wherever it stands."""
    return [part for part in flat(section.parts) if isinstance(part, Figure)]


def flat(parts: tuple[Part, ...]) -> list[Part]:
    """The parts with those that stand inside others, in reading order."""
    found: list[Part] = []
    for part in parts:
        if isinstance(part, Beside):
            found += [inner for column in part.columns for inner in flat(column)]
        elif isinstance(part, Folded):
            found += flat(part.parts)
        else:
            found.append(part)
    return found
