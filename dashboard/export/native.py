"""Charts of a workbook that its reader can edit: what is drawn stands in cells beside the table."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.charts.palette import DASHES, INK, MUTED, OTHER, RULE
from dashboard.content.extract import Cell, Heading
from dashboard.content.plotted import Form, Panel, Series
from dashboard.content.units import FORMATS
from dashboard.export.clean import clean
from dashboard.language import Language
from dashboard.warehouse import warehouse

KINDS = {
    Form.LINES: {"type": "scatter", "subtype": "straight_with_markers"},
    Form.BARS: {"type": "bar"},
    Form.COLUMNS: {"type": "column"},
    Form.STACKED_COLUMNS: {"type": "column", "subtype": "stacked"},
    Form.WHOLES: {"type": "bar", "subtype": "percent_stacked"},
}
LINES = {"dash": "dash", "dot": "round_dot", "dashdot": "dash_dot", "longdash": "long_dash"}  # Plotly's -> theirs
LINES |= {"longdashdot": "long_dash_dot"}
WIDTH, LEAST, BAR, NAME = 720, 300, 22, 18  # px: a chart's width and height, of a bar, of a name in the legend


@dataclass(frozen=True)
class Block:
    """The numbers of one panel as columns beside one another; `places`: for each series, in which of them its
    categories and its numbers stand."""

    panel: Panel
    headings: tuple[Heading, ...]
    columns: tuple[tuple[Cell, ...], ...]
    places: tuple[tuple[int, int], ...]

    @property
    def height(self) -> int:
        """Its lines, without the head."""
        return max(map(len, self.columns), default=0)

    def signs(self, row: int) -> list[str]:
        """For each column, the sign before its number in that line if it is not exact."""
        found = [""] * len(self.columns)
        for series, (x, y) in zip(self.panel.series, self.places, strict=True):
            at = self.columns[x][row] if row < self.height else None
            found[y] = series.hedges.get(at, "") if isinstance(at, int | str) else ""
        return found


def block(panel: Panel, form: Form, lang: Language) -> Block:
    """Lines have years of their own, so that each breaks only where it does; everything else shares categories."""
    names = [series.name or panel.name or lang.t("Value") for series in panel.series]
    if form is Form.LINES:
        pairs = [_padded(series, max(len(one.points) for one in panel.series)) for series in panel.series]
        titles = [(Heading("year", lang.t("Year"), "year"), name) for name in names]
        heads = [(year, Heading("value", name, s.unit)) for (year, name), s in zip(titles, panel.series, strict=True)]
        headings = tuple(heading for pair in heads for heading in pair)
        places = tuple((2 * number, 2 * number + 1) for number in range(len(pairs)))
        return Block(panel, headings, tuple(column for pair in pairs for column in pair), places)
    found = [dict(series.points) for series in panel.series]
    columns = (panel.categories, *(tuple(own.get(x) for x in panel.categories) for own in found))
    values = [Heading("value", name, series.unit) for name, series in zip(names, panel.series, strict=True)]
    headings = (Heading("category", lang.t("Category")), *values)
    return Block(panel, headings, columns, tuple((0, number) for number in range(1, len(columns))))


def _padded(series: Series, length: int) -> tuple[tuple[Cell, ...], tuple[Cell, ...]]:
    """Years and numbers, all as long as the longest: some spreadsheets leave out those before a longer one."""
    rest = length - len(series.points)
    years, values = zip(*series.points, strict=True)
    return (*years, *[years[-1]] * rest), (*values, *[None] * rest)


def chart(book: Any, sheet: str, own: Block, column: int, form: Form, title: str, market: str = "") -> Any:
    """The chart of a block whose first column stands at `column` of that sheet; `market`: of what says none itself."""
    made = book.add_chart(KINDS[form])
    shades = colours(own.panel.series, market)
    for number, (series, (x, y)) in enumerate(zip(own.panel.series, own.places, strict=True)):
        told = {
            "name": [sheet, 0, column + y],
            "categories": [sheet, 1, column + x, own.height, column + x],
            "values": [sheet, 1, column + y, own.height, column + y],
        }
        made.add_series(told | _look(form, shades[number], _before(own.panel.series, series, number)))
    _frame(made, own, form, clean(title))
    return made


def _before(all_of: Sequence[Series], series: Series, number: int) -> int:
    """How many before it are of the same market."""
    return sum(one.market == series.market for one in all_of[:number])


def _look(form: Form, shade: str, nth: int) -> dict[str, Any]:
    if form is not Form.LINES:
        return {"fill": {"color": shade}, "border": {"none": True}, "gap": 40}
    dash = LINES.get(DASHES[nth % len(DASHES)], "solid")
    mark = {"type": "circle", "size": 5, "fill": {"color": shade}, "border": {"color": shade}}
    return {"line": {"color": shade, "width": 1.75, "dash_type": dash}, "marker": mark}


def _frame(made: Any, own: Block, form: Form, title: str) -> None:
    """Title, axes, legend and size."""
    lying, font = form in (Form.BARS, Form.WHOLES), {"color": MUTED[0]}
    unit = "share" if form is Form.WHOLES else own.panel.series[0].unit
    numbers: dict[str, Any] = {"num_format": FORMATS.get(unit, "General"), "num_font": font, "line": {"none": True}}
    numbers |= {"major_gridlines": {"visible": True, "line": {"color": RULE[0]}}}
    across: dict[str, Any] = {"num_font": font, "line": {"color": RULE[0]}, "major_gridlines": {"visible": False}}
    if form is Form.LINES:
        years = [year for year in own.panel.categories if isinstance(year, int)]
        across |= {"num_format": "0", "min": min(years) - 1, "max": max(years) + 1}
    if all(value is None or value >= 0 for series in own.panel.series for _, value in series.points):
        numbers |= {"min": 0}
    if lying:  # the first on top, the numbers below
        made.set_y_axis(across | {"reverse": True})
        made.set_x_axis(numbers | {"label_position": "high"})
    else:
        made.set_x_axis(across)
        made.set_y_axis(numbers)
    made.set_title({"name": f" {title}" if title.startswith("=") else title, "overlay": False,
                    "name_font": {"size": 12, "bold": True, "color": INK[0]}})  # fmt: skip
    made.set_legend({"none": True} if len(own.panel.series) == 1 else {"position": "bottom"})
    made.set_size({"width": WIDTH, "height": _high(own, form)})
    made.show_hidden_data()  # whoever filters the table keeps the chart


def _high(own: Block, form: Form) -> int:
    """With room for each bar, and for each name in the legend."""
    if form in (Form.BARS, Form.WHOLES):
        return 120 + BAR * own.height * (len(own.places) if form is Form.BARS else 1)
    return LEAST + (NAME * len(own.places) if len(own.places) > 1 else 0)


def colours(all_of: Sequence[Series], about: str = "") -> list[str]:
    """A colour for each: its market's, or that of the market which all is `about`, paler from one to the next of the
    same market; greys where it is of none."""
    found = []
    for number, series in enumerate(all_of):
        market = warehouse().markets.get(series.market or about)
        own = (market and market.colour) or (INK[0] if len(all_of) > 1 else OTHER[0])
        same = sum(one.market == series.market for one in all_of)
        found.append(_paler(own, 0.75 * _before(all_of, series, number) / same))
    return found


def _paler(shade: str, share: float) -> str:
    parts = [int(shade[place : place + 2], 16) for place in (1, 3, 5)]
    return "#" + "".join(f"{round(part + share * (255 - part)):02X}" for part in parts)
