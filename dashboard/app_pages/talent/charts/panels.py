"""Figures about people: a panel for each definition and region, in it a line for each market."""

import math
from typing import Any

from dashboard.app_pages.talent.charts.lines import PANEL, Panel, head, line, line_dashes, names
from dashboard.app_pages.talent.measure import Measure
from dashboard.app_pages.talent.series import Rows, by_definition, by_market
from dashboard.charts.base import AXIS, Chart, drawing, layout
from dashboard.charts.palette import RULE
from dashboard.charts.panels import HEAD, SPAN, domain, suffix
from dashboard.language import Language

ACROSS = 3


def market_panels(rows: Rows, measure: Measure, lang: Language) -> Chart:
    """Panels from zero in the order of the rows, each on a scale of its own, every line named at its end with its
    newest value. On a phone they stand below one another, and long names are codes."""
    panels = _panels(rows)
    across = min(max(len(panels), 2), ACROSS)
    look = layout(
        lang,
        max(math.ceil(len(panels) / across), 1) * (PANEL + HEAD),
        margin={"l": 4, "r": 4, "t": 0, "b": 0},
        annotations=_annotations(panels, across, measure, lang, short=False),
        **_axes(panels, across),
    )
    dashes = line_dashes([row.market for row in rows])
    lines = [
        line(own, panel, dashes[own[0].market], measure, lang) for panel in panels for own in by_market(panel.rows)
    ]
    narrow = {
        "height": max(len(panels), 1) * (PANEL + HEAD),
        "annotations": _annotations(panels, 1, measure, lang, short=True),
        **_axes(panels, 1),
    }
    return Chart(drawing(lines, look), narrow)


def _panels(rows: Rows) -> list[Panel]:
    """All end with the same year; only old series reach further back."""
    last = max((row.year for row in rows), default=0)
    return [
        Panel(
            number,
            own,
            (min(last - SPAN, *(row.year for row in own)), last),
            max(row.shown for row in own) * 1.12 or 1,
        )
        for number, own in enumerate(by_definition(rows), 1)
    ]


def _axes(panels: list[Panel], across: int) -> dict[str, Any]:
    axes: dict[str, Any] = {}
    for panel in panels:
        left, right, low, high, _ = domain(panel.number, len(panels), across, PANEL)
        mark = suffix(panel.number)
        axes[f"xaxis{mark}"] = _years(panel) | {"anchor": f"y{mark}", "domain": [left, right]}
        axes[f"yaxis{mark}"] = {
            **AXIS,
            "anchor": f"x{mark}",
            "domain": [low, high],
            "range": [0, panel.top],
            "tickvals": [0],
            "showticklabels": False,
            "automargin": False,
        }
    return axes


def _years(panel: Panel) -> dict[str, Any]:
    first, last = panel.years
    return {
        **AXIS,
        "range": [first - 0.08 * (last - first), panel.right],
        "tickvals": _ticks(panel),
        "tickangle": 0,
        "tickformat": "d",
        "automargin": False,
        "showline": True,
        "linecolor": RULE[0],
    }


def _ticks(panel: Panel) -> list[int]:
    """The first and the newest year with a value, if their labels do not touch."""
    years = [row.year for row in panel.rows]
    first, last = min(years), max(years)
    apart = (last - first) / (panel.years[1] - panel.years[0])
    return [first, last] if apart > 0.25 else [last]


def _annotations(
    panels: list[Panel], across: int, measure: Measure, lang: Language, *, short: bool
) -> list[dict[str, Any]]:
    """Every panel's head and the names of its lines."""
    found = []
    for panel in panels:
        left, _, _, _, top = domain(panel.number, len(panels), across, PANEL)
        found += [head(panel, left, top, lang), *names(panel, measure, lang, short=short)]
    return found
