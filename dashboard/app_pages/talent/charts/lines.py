"""The lines of one panel: each in its market's colour, named at its end with its newest value."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from dashboard.app_pages.talent.measure import Measure, shown
from dashboard.app_pages.talent.series import Rows, by_market
from dashboard.charts.base import broken
from dashboard.charts.labels import LINE, spread, wrapped
from dashboard.charts.palette import DASHES, INK, MUTED, colour
from dashboard.charts.panels import FOOT, HEADS, suffix
from dashboard.language import Language
from dashboard.questions.talent import SeriesRow
from dashboard.values import Market

ALL = "all"  # all countries together
PANEL = 168  # px, without its head
LABELS = 0.42  # share of a panel's width that is kept for the names of its lines
SHORT = 11  # letters of a market's name that fit on a phone; a longer one is replaced by its code
LOW = 0.25  # share of the panel's height below which no text has room under a point


@dataclass(frozen=True)
class Panel:
    """The lines of one definition and region, and the scales they share."""

    number: int
    rows: Rows
    years: tuple[int, int]
    top: float

    @property
    def right(self) -> float:
        """Where the axis ends, so that the names have room beside the newest year."""
        first, last = self.years
        return last + (last - first) * LABELS / (1 - LABELS)

    @property
    def is_single(self) -> bool:
        """Whether it holds the line of one market."""
        return len({row.market for row in self.rows}) == 1


def line_dashes(markets: Iterable[Market]) -> dict[Market, str]:
    """Market -> line style: those with a colour are solid; the others share one grey and are told apart by dashes."""
    every = dict.fromkeys(markets)
    grey = (market for market in every if not market.colour)
    return dict.fromkeys(every, "solid") | dict(zip(grey, DASHES, strict=False))


def line_colour(market: Market) -> str:
    """The market's colour; all countries together are a darker grey than a single one without a colour."""
    return MUTED[0] if market == ALL else colour(market)


def head(panel: Panel, left: float, top: float, lang: Language) -> dict[str, Any]:
    """Region and definition, above the panel; `left` and `top` are shares of the figure."""
    region = wrapped(lang.name("regions", panel.rows[0].region), 50)
    definition = wrapped(lang.name("indicator_types", panel.rows[0].indicator_id), 50)
    return {"x": left, "y": top, "text": f"<b>{region}</b><br>{definition}", **HEADS}


def names(panel: Panel, measure: Measure, lang: Language, *, short: bool) -> list[dict[str, Any]]:
    """A label for each line beside its newest value, moved apart where they would touch."""
    ends = [rows[-1] for rows in by_market(panel.rows)]
    unit = panel.top / (PANEL - FOOT)  # of the axis, per px
    places = spread([row.shown for row in ends], [LINE * unit] * len(ends), 0, panel.top)
    mark = suffix(panel.number)
    return [
        {
            "x": panel.years[1],
            "y": place,
            "xref": f"x{mark}",
            "yref": f"y{mark}",
            "xanchor": "left",
            "xshift": 8,
            "align": "left",
            "showarrow": False,
            "font": {"size": 12, "color": INK[0]},
            "text": _name(row, measure, lang, short=short),
        }
        for row, place in zip(ends, places, strict=True)
    ]


def _name(row: SeriesRow, measure: Measure, lang: Language, *, short: bool) -> str:
    """`━ Japan 7.795 (2024)`, the mark in the market's colour."""
    name = lang.name("markets", row.market)
    if short and len(name) > SHORT:
        name = lang.t("all") if row.market == ALL else row.market
    mark = f'<span style="color:{line_colour(row.market)}">━</span>'
    return f"{mark} {wrapped(name, 50)} <b>{shown(row, measure, lang)}</b> ({row.year})"


def line(rows: Rows, panel: Panel, dash: str, measure: Measure, lang: Language) -> go.Scatter:
    """One market's line through its published points; alone in its panel it carries its first value where that stands
    free."""
    colour, name = line_colour(rows[0].market), wrapped(lang.name("markets", rows[0].market), 50)
    values = [row.shown for row in rows]
    texts = [shown(row, measure, lang) for row in rows]
    mark = suffix(panel.number)
    return broken(
        go.Scatter(
            x=[row.year for row in rows],
            y=values,
            mode="lines+markers+text",
            line={"color": colour, "width": 2, "dash": dash},
            marker={"size": 7, "color": colour},
            hoverinfo="text",
            hovertext=[f"<b>{name}</b><br>{row.year}: {text}" for row, text in zip(rows, texts, strict=True)],
            **_first(rows, texts, panel),
            textfont={"size": 12, "color": INK[0]},
            cliponaxis=False,
            xaxis=f"x{mark}",
            yaxis=f"y{mark}",
        )
    )


def _first(rows: Rows, texts: list[str], panel: Panel) -> dict[str, Any]:
    """The first value, beside its mark on the side that the line leaves free."""
    values = [row.shown for row in rows]
    rises = len(rows) > 1 and values[1] > values[0]
    low = rises and values[0] < LOW * max(values)  # its line would strike it through
    first = texts[0] if panel.is_single and len(rows) > 1 and not low else ""
    return {
        "text": [first] + [""] * (len(rows) - 1),
        "textposition": f"{'bottom' if rises else 'top'} right",
    }
