"""How the mix of arrivals changed, period by period: of a market's sectors, or of their groups."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from dashboard.charts.arrival_mix import arrival_mix
from dashboard.content.figure import Caption, Figure
from dashboard.content.part import Part
from dashboard.content.parts import Nothing
from dashboard.content.periods import periods
from dashboard.content.plotted import Form, Plotted
from dashboard.content.sources import sources_of
from dashboard.language import Language
from dashboard.values import Market

if TYPE_CHECKING:
    from dashboard.questions.market import ArrivalsRow
    from dashboard.questions.sectors import ShiftRow

LEAST = 5  # fewer arrivals with a known year than this are no mix
REST = "other"  # the code of sectors that are not drawn by themselves: a remainder, which comes neither early nor late


def arrivals_figure(
    key: str,
    title: str,
    subtitle: str,
    rows: tuple[ArrivalsRow, ...] | tuple[ShiftRow, ...],
    names: Mapping[str, str],
    market: Market,
    lang: Language,
) -> Part:
    """The figure, or that there are too few arrivals; `names`: code of a row's sector -> words."""
    if not rows or rows[0].dated < LEAST:
        return Nothing(lang.t("Too few arrivals with a known year to show how the mix changed."))
    dated = [row.sector_id for row in rows if row.sector_id != REST] or [REST]
    alt = lang.t(
        "Bars by sector and period; {first} came earliest on average, {last} latest.",
        first=names[dated[0]],
        last=names[dated[-1]],
    )
    counted = lang.t(
        "Year of arrival known for {dated} of {listed} sites, those gone or silent for ten years included",
        dated=lang.number(rows[0].dated),
        listed=lang.number(rows[0].listed),
    )
    chart = arrival_mix(rows, names, periods(lang), market, lang)
    plotted = Plotted(Form.WHOLES, x=("period",), y=("arrivals",), by=("sector_id",), names=names)
    sources = sources_of(rows, counted=counted)
    return Figure(key, chart, Caption(title, subtitle, alt), rows, sources, plotted=plotted)
