"""Sectors by market, shaded."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

import plotly.graph_objects as go

from dashboard.charts.base import AXIS, Chart, drawing, layout
from dashboard.charts.palette import INK, LAND, OTHER, PAPER
from dashboard.language import Language

if TYPE_CHECKING:
    from dashboard.questions.compare import SectorsRow

FULL = 0.35  # share of a market's companies at which a cell has its strongest tone
NAMES = {**AXIS, "tickfont": {"size": 13, "color": INK[0]}}


def sector_heatmap(rows: Sequence[SectorsRow], markets: Sequence[str], lang: Language) -> Chart:
    """Companies by sector and market; the stronger the tone, the larger the share of the market's companies.

    `rows`: one per sector and market, the strongest sectors first; `markets`: in the order of the columns.
    """
    cells: dict[tuple[str, str], SectorsRow] = {(row.sector_id, row.market): row for row in rows}
    sectors = list(reversed(dict.fromkeys(row.sector_id for row in rows)))
    columns = [market for market in markets if any(row.market == market for row in rows)]
    grid = [[cells.get((sector, market)) for market in columns] for sector in sectors]
    heat = _tones(grid, lang).update(
        x=[_name("markets", market, lang) for market in columns],
        y=[_name("sectors", sector, lang) for sector in sectors],
    )
    look = layout(
        lang,
        60 + 27 * len(sectors),
        xaxis={**NAMES, "side": "top"},
        yaxis={**NAMES, "showgrid": False},
        plot_bgcolor=PAPER[0],
    )
    return Chart(drawing([heat], look))


def _tones(grid: list[list[SectorsRow | None]], lang: Language) -> go.Heatmap:
    return go.Heatmap(
        xgap=3,
        ygap=3,
        showscale=False,
        z=[[cell.share if cell else 0 for cell in line] for line in grid],
        zmin=0,
        zmax=FULL,
        text=[[lang.number(cell.companies) if cell else "" for cell in line] for line in grid],
        texttemplate="%{text}",
        textfont={"size": 13, "color": INK[0]},
        colorscale=[[0, LAND[0]], [1, OTHER[0]]],
        hoverinfo="text",
        hovertext=[[_told(cell, lang) if cell else "" for cell in line] for line in grid],
    )


def _name(code_list: str, code: str, lang: Language) -> str:
    return escape(lang.name(code_list, code), quote=False)


def _told(cell: SectorsRow, lang: Language) -> str:
    of_all = f"{lang.number(cell.companies)} / {lang.number(cell.market_companies)} ({lang.percent(cell.share)})"
    return f"<b>{_name('markets', cell.market, lang)}, {_name('sectors', cell.sector_id, lang)}</b><br>{of_all}"
