"""How the chosen figure ran: a line for each market."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

import plotly.graph_objects as go

from dashboard.app_pages.compare.measure import Mode, shown_text
from dashboard.charts.base import AXIS, CLEAR, Chart, broken, drawing, layout
from dashboard.charts.labels import LINE, lines, spread, wrapped
from dashboard.charts.palette import DASHES, INK, OTHER, RULE, colour
from dashboard.language import Language
from dashboard.values import Market

if TYPE_CHECKING:
    from dashboard.questions.compare import ValuesRow

HEIGHT, PHONE_HEIGHT = 400, 320
MARGIN = {"l": 8, "r": 150, "t": 14, "b": 26}
PHONE_RIGHT = 108
NAME = 14  # letters of a market's name in a line of its label
LABEL, PHONE_LABEL = 19, 14  # letters in a line of a label, its year included
LED = {  # a name with a leader to its point
    "axref": "x",
    "ayref": "y",
    "showarrow": True,
    "arrowhead": 0,
    "arrowwidth": 1,
    "standoff": 6,
    "align": "left",
    "xanchor": "left",
    "font": {"size": 13, "color": INK[0]},
}


class Point(NamedTuple):
    """A published value as it is drawn."""

    market: Market
    year: int
    shown: float
    text: str


def compared_lines(values: Sequence[ValuesRow], mode: Mode, lang: Language) -> Chart:
    """One line per market through its published points, named at its end; always as many traces, so that lines glide
    when the choice changes. `values`: one row per market and year; those without `shown` are left out."""
    points = _points(values, mode, lang)
    runs = [list(own) for _, own in groupby(points, key=lambda point: point.market)]
    top = max(point.shown for point in points) * 1.08 or 1.0
    first, last = min(point.year for point in points), max(point.year for point in points)
    ticks = {"tickformat": ".0%"} if mode is Mode.SHARE else {"tickformat": ",d" if top > 20 else ",.1f"}
    look = layout(
        lang,
        HEIGHT,
        margin=MARGIN,
        annotations=_end_labels(runs, last, top, HEIGHT, LABEL, lang),
        xaxis={**AXIS, "range": [first - 0.6, max(last, first + 3) + 0.6], "tickformat": "d", "nticks": 8},
        yaxis={**AXIS, "showgrid": True, "gridcolor": RULE[0], "nticks": 5, "range": [0, top], **ticks},
    )
    drawn = [_line(run, dash, lang) for run, dash in zip(runs, _dashes(runs), strict=True)]
    phone = {
        "height": PHONE_HEIGHT,
        "margin": {"r": PHONE_RIGHT},
        "annotations": _end_labels(runs, last, top, PHONE_HEIGHT, PHONE_LABEL, lang),
    }
    return Chart(drawing(drawn + [go.Scatter(x=[], y=[], hoverinfo="skip")] * (len(DASHES) - len(drawn)), look), phone)


def _points(values: Sequence[ValuesRow], mode: Mode, lang: Language) -> list[Point]:
    return [
        Point(row.market, row.year, row.shown, shown_text(row.shown, row.unit, row.shown_qualifier, mode, lang))
        for row in values
        if row.shown is not None and row.shown_qualifier is not None
    ]


def _dashes(runs: list[list[Point]]) -> list[str]:
    """Core markets have their colour; the others share one grey and are told apart by dashes."""
    greys = iter([*DASHES[1:], DASHES[0]])
    return [DASHES[0] if run[0].market.colour else next(greys) for run in runs]


def _line(run: list[Point], dash: str, lang: Language) -> go.Scatter:
    own, name = colour(run[0].market), escape(lang.name("markets", run[0].market), quote=False)
    return broken(
        go.Scatter(
            x=[point.year for point in run],
            y=[point.shown for point in run],
            mode="lines+markers",
            hoverinfo="text",
            line={"color": own, "width": 2.4, "dash": dash},
            marker={"size": 7, "color": own},
            hovertext=[f"<b>{name}</b><br>{point.year}: {point.text}" for point in run],
        )
    )


def _end_labels(
    runs: list[list[Point]], last: int, top: float, height: int, letters: int, lang: Language
) -> list[dict[str, Any]]:
    """Each name at the height of its line's end: led to it if that is the last year, else with the year and no leader,
    which would look like a continued line."""
    ends = [run[-1] for run in runs]
    room = (LINE + 4) * top / (height - MARGIN["t"] - MARGIN["b"])
    texts = [_label(end, end.year < last, letters, lang) for end in ends]
    places = spread([end.shown for end in ends], [room * lines(text) for text in texts], 0, top)
    return [
        {
            **LED,
            "x": last,
            "y": end.shown,
            "ax": last + 0.7,
            "ay": place,
            "text": text,
            "arrowcolor": CLEAR if end.year < last else OTHER[0],
        }
        for end, text, place in zip(ends, texts, places, strict=True)
    ]


def _label(end: Point, is_old: bool, letters: int, lang: Language) -> str:
    """The name and, of a line that ends early, its last year, below it where a line of so many letters is too short."""
    name = wrapped(lang.name("markets", end.market), NAME)
    if not is_old:
        return f"<b>{name}</b>"
    fits = len(f"{name.rsplit('<br>', 1)[-1]} {end.year}") <= letters
    return f"<b>{name}</b>{' ' if fits else '<br>'}{end.year}"
