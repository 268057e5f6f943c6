"""Who stands where: a bar for each market."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

import plotly.graph_objects as go

from dashboard.app_pages.compare.measure import Mode, shown_text
from dashboard.charts.base import AXIS, Chart, drawing, layout
from dashboard.charts.palette import INK, colour
from dashboard.language import Language
from dashboard.link import go as link

if TYPE_CHECKING:
    from dashboard.questions.compare import RankingRow


def ranking_bars(rows: Sequence[RankingRow], mode: Mode, lang: Language) -> Chart:
    """The largest on top, each with its value; the year stands beside it where the years differ. A click opens the
    market. `rows`: one per market, largest first."""
    upwards = list(reversed(rows))
    bars = go.Bar(
        x=[row.shown for row in upwards],
        y=[escape(lang.name("markets", row.market), quote=False) for row in upwards],
        orientation="h",
        marker={"color": [colour(row.market) for row in upwards]},
        customdata=[link("market", market=row.market).encoded() for row in upwards],
        text=[_text(row, mode, lang) for row in upwards],
        textposition="outside",
        cliponaxis=False,
        hoverinfo="none",  # not "skip", with which clicks are not heard
        width=0.55,
    )
    largest = max(row.shown for row in rows) or 1.0
    look = layout(
        lang,
        60 + 48 * len(rows),
        xaxis={**AXIS, "visible": False, "range": [0, largest * 1.45]},
        yaxis={**AXIS, "tickfont": {"size": 13, "color": INK[0]}},
    )
    return Chart(drawing([bars], look))


def _text(row: RankingRow, mode: Mode, lang: Language) -> str:
    text = shown_text(row.shown, row.unit, row.qualifier, mode, lang)
    return text if row.common else f"{text} ({row.year})"
