"""Figures about people: a panel for each definition and region, in it a line for each market."""

import math
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.base import AXIS, broken, drawing, layout, records
from dashboard.charts.compare import DASHES
from dashboard.charts.labels import LINE, spread, wrapped
from dashboard.charts.palette import INK, MARKETS, MUTED, RULE, market_colour
from dashboard.charts.panels import FOOT, HEAD, SPAN, domain, suffix
from dashboard.language import Language

ACROSS = 3
PANEL = 168  # px
LABELS = 0.42  # share of a panel's width that is kept for the names of its lines
SHORT = 11  # letters of a market's name that fit on a phone; a longer one is replaced by its code
LOW = 0.25  # share of the panel's height below which no text has room under a point


@dataclass(frozen=True)
class Panel:
    """The lines of one definition and region, and the scales they share."""

    number: int
    rows: pd.DataFrame
    years: tuple[int, int]
    top: float

    def right(self) -> float:
        """Where the axis ends, so that the names have room beside the newest year."""
        first, last = self.years
        return last + (last - first) * LABELS / (1 - LABELS)


def market_panels(series: pd.DataFrame, measure: str, lang: Language) -> go.Figure:
    """Panels from zero, each on a scale of its own, every line named at its end with its newest value.

    `series`: one row per panel (position), market and year with region_name, name_*, market, market_*, year, shown,
    unit, qualifier; `measure` absolute, per-1000 or per-million. The panels come in the order of the rows.
    """
    panels = _panels(series)
    across = min(max(len(panels), 2), ACROSS)
    look = layout(
        lang, max(math.ceil(len(panels) / across), 1) * (PANEL + HEAD), margin={"l": 4, "r": 4, "t": 0, "b": 0},
        annotations=_annotations(panels, across, measure, lang, short=False), **_axes(panels, across),
    )  # fmt: skip
    dashes = line_dashes(series)
    lines = [
        _line(rows, panel.number, dashes[str(market)], measure, lang, alone=panel.rows["market"].nunique() == 1)
        for panel in panels
        for market, rows in panel.rows.groupby("market", sort=False)
    ]
    return drawing(lines, look)


def stacked(series: pd.DataFrame, measure: str, lang: Language) -> dict[str, Any]:
    """Layout overrides for a phone: the panels below one another, long names as codes."""
    panels = _panels(series)
    heads = _annotations(panels, 1, measure, lang, short=True)
    return {"height": max(len(panels), 1) * (PANEL + HEAD), "annotations": heads, **_axes(panels, 1)}


def shown_text(row: dict[str, Any], measure: str, lang: Language) -> str:
    """The row's `shown` as text, with unit and hedge."""
    if measure == "absolute":
        return lang.value(row["shown"], row["unit"], row["qualifier"])
    digits = next((digits for digits, least in ((0, 100), (1, 1)) if row["shown"] >= least), 2)
    return lang.hedged(lang.number(row["shown"], digits), row["qualifier"])


def line_dashes(series: pd.DataFrame) -> dict[str, str]:
    """Market -> line style: those with a colour are solid; the others share one grey and are told apart by dashes."""
    grey = (market for market in dict.fromkeys(series["market"]) if market not in MARKETS)
    greys = dict(zip(grey, ("solid", *DASHES[1:]), strict=False))
    return {str(market): greys.get(market, "solid") for market in series["market"]}


def line_colour(market: str) -> str:
    """The market's colour; all countries together are a darker grey than a single one without a colour."""
    return MUTED[0] if market == "all" else market_colour(market)


def _panels(series: pd.DataFrame) -> list[Panel]:
    """All end with the same year; only old series reach further back."""
    groups = [rows for _, rows in series.groupby("position", sort=False)]
    last = int(series["year"].max()) if len(series) else 0
    return [
        Panel(number, rows, (min(int(rows["year"].min()), last - SPAN), last), float(rows["shown"].max()) * 1.12 or 1)
        for number, rows in enumerate(groups, 1)
    ]


def _axes(panels: list[Panel], across: int) -> dict[str, Any]:
    axes: dict[str, Any] = {}
    for panel in panels:
        left, right, low, high, _ = domain(panel.number, len(panels), across, PANEL)
        first, last = panel.years
        mark = suffix(panel.number)
        axes[f"xaxis{mark}"] = {
            **AXIS, "anchor": f"y{mark}", "domain": [left, right],
            "range": [first - 0.08 * (last - first), panel.right()],
            "tickvals": _ticks(panel), "tickangle": 0, "tickformat": "d", "automargin": False,
            "showline": True, "linecolor": RULE[0],
        }  # fmt: skip
        axes[f"yaxis{mark}"] = {
            **AXIS, "anchor": f"x{mark}", "domain": [low, high], "range": [0, panel.top], "tickvals": [0],
            "showticklabels": False, "automargin": False,
        }  # fmt: skip
    return axes


def _ticks(panel: Panel) -> list[int]:
    """The first and the newest year with a value, if their labels do not touch."""
    first, last = int(panel.rows["year"].min()), int(panel.rows["year"].max())
    apart = (last - first) / (panel.years[1] - panel.years[0])
    return [first, last] if apart > 0.25 else [last]


def _annotations(
    panels: list[Panel], across: int, measure: str, lang: Language, *, short: bool
) -> list[dict[str, Any]]:
    """Every panel's head and the names of its lines."""
    found = []
    for panel in panels:
        left, _, _, _, top = domain(panel.number, len(panels), across, PANEL)
        found.append({
            "x": left, "y": top, "xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "top", "align": "left",
            "showarrow": False, "text": _head(panel.rows.iloc[0], lang), "font": {"size": 12, "color": MUTED[0]},
        })  # fmt: skip
        found += _names(panel, measure, lang, short=short)
    return found


def _head(row: pd.Series, lang: Language) -> str:
    return f"<b>{wrapped(row['region_name'], 50)}</b><br>{wrapped(lang.pick(row, 'name'), 50)}"


def _names(panel: Panel, measure: str, lang: Language, *, short: bool) -> list[dict[str, Any]]:
    """A label for each line beside its newest value, moved apart where they would touch."""
    ends = [records(rows)[-1] for _, rows in panel.rows.groupby("market", sort=False)]
    unit = panel.top / (PANEL - FOOT)  # of the axis, per px
    places = spread([row["shown"] for row in ends], [LINE * unit] * len(ends), 0, panel.top)
    mark = suffix(panel.number)
    return [
        {
            "x": panel.years[1], "y": place, "xref": f"x{mark}", "yref": f"y{mark}", "xanchor": "left", "xshift": 8,
            "align": "left", "showarrow": False, "font": {"size": 12, "color": INK[0]},
            "text": _name(row, measure, lang, short=short),
        }
        for row, place in zip(ends, places, strict=True)
    ]  # fmt: skip


def _name(row: dict[str, Any], measure: str, lang: Language, *, short: bool) -> str:
    """`━ Japan 7.795 (2024)`, the mark in the market's colour."""
    name = lang.pick(row, "market")
    if short and len(name) > SHORT:
        name = lang.t("all") if row["market"] == "all" else row["market"]
    mark = f'<span style="color:{line_colour(row["market"])}">━</span>'
    return f"{mark} {name} <b>{shown_text(row, measure, lang)}</b> ({int(row['year'])})"


def _line(rows: pd.DataFrame, number: int, dash: str, measure: str, lang: Language, *, alone: bool) -> go.Scatter:
    """A line through the published points; one `alone` in its panel carries its first value where that stands free."""
    colour, name = line_colour(rows["market"].iloc[0]), lang.pick(rows.iloc[0], "market")
    found = records(rows)
    rises = len(found) > 1 and found[1]["shown"] > found[0]["shown"]
    low = rises and found[0]["shown"] < LOW * rows["shown"].max()  # its line would strike it through
    first = [shown_text(found[0], measure, lang)] if alone and len(found) > 1 and not low else []
    return broken(go.Scatter(
        x=rows["year"].tolist(), y=rows["shown"].tolist(), mode="lines+markers+text", hoverinfo="text",
        line={"color": colour, "width": 2, "dash": dash}, marker={"size": 7, "color": colour},
        hovertext=[f"<b>{name}</b><br>{int(row['year'])}: {shown_text(row, measure, lang)}" for row in found],
        text=first + [""] * (len(found) - len(first)), textposition=f"{'bottom' if rises else 'top'} right",
        textfont={"size": 12, "color": INK[0]}, cliponaxis=False,
        xaxis=f"x{suffix(number)}", yaxis=f"y{suffix(number)}",
    ))  # fmt: skip
