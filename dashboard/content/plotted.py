"""What a figure draws of its rows, said once for outlets that draw it anew: spreadsheets, slides."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import pairwise
from typing import Any, NamedTuple, TypeAlias

from dashboard.charts.base import GAP, grouped
from dashboard.content.columns import column_of
from dashboard.content.extract import Words, words_of
from dashboard.content.units import scaled
from dashboard.language import HEDGES, Language
from dashboard.values import Hedge

X: TypeAlias = int | str  # a year or a category
Point: TypeAlias = tuple[X, float | None]
Rows: TypeAlias = Sequence[NamedTuple]


class Form(Enum):
    """How rows become a chart: lines over years; bars one below the other; columns side by side; bars or columns whose
    parts add up to a total; bars whose parts are shares of a whole; a table of numbers."""

    LINES = auto()
    BARS = auto()
    COLUMNS = auto()
    STACKED_COLUMNS = auto()
    WHOLES = auto()
    TABLE = auto()


@dataclass(frozen=True)
class Plotted:
    """The columns of a figure's rows that are drawn: `x` hold years or categories, `y` the numbers.

    Each value of the columns `by` is a series of its own, and so is each of `y` where there are several; rows of one
    series and category add up. Each value of `panels` has a chart of its own, on a scale of its own. `most`: how many
    rows of a panel are drawn, if not all. `names`: code -> words, where a figure calls a code of `x` or `by` by other
    words than the facts.
    """

    form: Form
    x: tuple[str, ...]
    y: tuple[str, ...]
    by: tuple[str, ...] = ()
    panels: tuple[str, ...] = ()
    most: int | None = None
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Series:
    """Points (year or category, number) under a name; `market` is the code of the one market it is of, `unit` as in
    `queries/columns.csv` or `indicator_types`; `hedges`: year or category -> the sign before a number that is
    rounded, or a bound. A year without a number breaks a line."""

    name: str
    points: tuple[Point, ...]
    market: str = ""
    unit: str = ""
    hedges: Mapping[X, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Panel:
    """Series on one scale; `name` is empty where a figure has one panel. `order`: that of its categories, where it has
    some."""

    name: str
    series: tuple[Series, ...]
    order: tuple[str, ...] = ()

    @property
    def categories(self) -> tuple[X, ...]:
        """Every year or category."""
        return tuple(dict.fromkeys([*self.order, *(x for series in self.series for x, _ in series.points)]))


def panels(rows: Rows, plotted: Plotted, lang: Language) -> tuple[Panel, ...]:
    """What is drawn of these rows: its panels in the order in which they come."""
    words = _words(rows, plotted, lang)
    found = [own[: plotted.most] for own in grouped(rows, lambda row: _codes(row, plotted.panels))]
    return tuple(
        Panel(words(own[0], plotted.panels), tuple(_series(own, plotted, words, lang)), _order(own, plotted, words))
        for own in found
    )


def _order(rows: Rows, plotted: Plotted, words: Callable[[Any, Sequence[str]], str]) -> tuple[str, ...]:
    """The categories as the rows have them; numbered ones, such as periods, by their numbers."""
    if plotted.form is Form.LINES:
        return ()
    numbered = all(isinstance(code, int) for row in rows for code in _codes(row, plotted.x))
    ordered = sorted(rows, key=lambda row: _codes(row, plotted.x)) if numbered else rows
    return tuple(dict.fromkeys(words(row, plotted.x) for row in ordered))


def _words(rows: Rows, plotted: Plotted, lang: Language) -> Callable[[Any, Sequence[str]], str]:
    """What a row's values in some columns are called."""
    told: dict[str, Words] = {name: words_of(name, rows, lang) for name in (*plotted.x, *plotted.by, *plotted.panels)}

    def words(row: Any, columns: Sequence[str]) -> str:
        return ", ".join(plotted.names.get(str(getattr(row, name))) or str(told[name](row)) for name in columns)

    return words


def _series(
    rows: Rows, plotted: Plotted, words: Callable[[Any, Sequence[str]], str], lang: Language
) -> Iterator[Series]:
    """The series of one panel: by the columns that tell them apart, and by column of numbers."""
    for own in grouped(rows, lambda row: _codes(row, plotted.by)):
        for number in plotted.y:
            column = column_of(number)
            title = lang.text(column.title) if column and len(plotted.y) > 1 else ""
            name = ", ".join(filter(None, [words(own[0], plotted.by), title]))
            unit = column.unit if column and column.unit else getattr(own[0], "unit", "")
            is_line = plotted.form is Form.LINES
            place = _year if is_line else lambda row: words(row, plotted.x)
            found = _summed(own, number, place)
            points = _line(found) if is_line else tuple(found.items())
            yield Series(name, points, _market(own), str(unit), _hedges(own, number, place))


def _year(row: Any) -> X:
    return int(row.year)


def _hedges(rows: Rows, number: str, place: Callable[[Any], X]) -> dict[X, str]:
    """Place -> the sign of its number, if it is not exact; a sum of numbers of several signs is about right."""
    column, found = f"{number.removesuffix('_value')}_qualifier", dict[X, set[str]]()
    for row in rows:
        hedge = getattr(row, column, None) or getattr(row, "qualifier", None)
        found.setdefault(place(row), set()).update({HEDGES[hedge]} if hedge in HEDGES else ())
    return {x: signs.pop() if len(signs) == 1 else HEDGES[Hedge.APPROX] for x, signs in found.items() if signs}


def _summed(rows: Rows, number: str, place: Callable[[Any], X]) -> dict[X, float | None]:
    """Place -> its number; None where no row has one."""
    column = column_of(number)
    unit = column.unit if column else ""
    found: dict[X, float | None] = {}
    for row in rows:
        before, value = found.get(place(row)), scaled(getattr(row, number), unit)
        found[place(row)] = value if before is None else before if value is None else before + value
    return found


def _line(found: dict[X, float | None]) -> tuple[Point, ...]:
    """In the order of years, with a break where nobody knows what was between."""
    years = sorted(map(int, found))
    breaks = [year + 1 for year, following in pairwise(years) if following - year > GAP]
    return tuple((year, found.get(year)) for year in sorted([*years, *breaks]))


def _market(rows: Rows) -> str:
    """The one market these rows are of; empty if they are of several."""
    found = {getattr(row, "market", None) or "" for row in rows}
    return found.pop() if len(found) == 1 else ""


def _codes(row: Any, columns: Sequence[str]) -> tuple[Any, ...]:
    return tuple(getattr(row, name) for name in columns)
