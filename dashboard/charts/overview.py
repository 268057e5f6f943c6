"""The overview's two charts below the map: the chamber's studies as slopes, the focus themes as bars."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.base import AXIS, drawing, layout
from dashboard.charts.palette import INK, MUTED, OTHER, RULE, market_colour
from dashboard.language import Language

SHOWN = 6  # markets shown for each theme


def slopes(studies: pd.DataFrame, lang: Language, height: int = 420) -> go.Figure:
    """One line per market across the study years, named at its end.

    `studies`: one row per market and year with market, name_*, core, year, value.
    """
    years = sorted(studies["year"].unique())
    top = studies["value"].max() * 1.06 if len(studies) else 1
    look = layout(
        lang, height, margin={"l": 40, "r": 190, "t": 12, "b": 28},
        xaxis={**AXIS, "tickvals": years, "range": [years[0] - 0.3, years[-1] + 0.3] if years else None},
        yaxis={**AXIS, "range": [0, top], "showgrid": True, "gridcolor": RULE[0], "nticks": 5},
        annotations=_end_labels(studies, lang, top, height),
    )  # fmt: skip
    return drawing([_slope(rows, years, lang) for _, rows in studies.groupby("market", sort=False)], look)


def _slope(rows: pd.DataFrame, years: list[int], lang: Language) -> go.Scatter:
    """A market's line; dotted if a study between its first and its last does not name it."""
    rows, core = rows.sort_values("year"), bool(rows["core"].iloc[0])
    colour = market_colour(rows["market"].iloc[0]) if core else OTHER[0]
    name, own = lang.pick(rows.iloc[0], "name"), set(rows["year"])
    skips = any(min(own) < year < max(own) and year not in own for year in years)
    return go.Scatter(
        x=rows["year"], y=rows["value"], mode="lines+markers", customdata=rows["market"],
        line={"color": colour, "width": 2.6 if core else 1.6, "dash": "dot" if skips else "solid"},
        marker={"size": 8, "color": colour},
        hovertext=[f"<b>{name}</b><br>{y}: {lang.number(v)}" for y, v in zip(rows["year"], rows["value"], strict=True)],
        hoverinfo="text",
    )  # fmt: skip


def _end_labels(studies: pd.DataFrame, lang: Language, top: float, height: int) -> list[dict[str, Any]]:
    """Name and last value to the right of each line, moved apart where they would touch."""
    last = studies.sort_values("year").groupby("market").tail(1).sort_values("value")
    step, floor, labels = top * 19 / (height - 40), -1.0, []
    for _, row in last.iterrows():
        floor = max(row["value"], floor + step)
        text = f"{lang.pick(row, 'name')} <b>{lang.number(row['value'])}</b>"
        labels.append({
            "x": 1, "xref": "paper", "xanchor": "left", "xshift": 10, "y": floor, "text": text, "showarrow": False,
            "font": {"size": 13, "color": INK[0] if row["core"] else MUTED[0]},
        })  # fmt: skip
    return labels


def theme_bars(themes: pd.DataFrame, lang: Language, height: int = 290) -> go.Figure:
    """Three panels side by side, the strongest markets of each theme as bars with their count.

    `themes`: one row per theme and market with theme_*, market, name_*, companies; strongest first.
    """
    panels = [rows.head(SHOWN).iloc[::-1] for _, rows in themes.groupby("theme_en", sort=False)]
    axes, titles = _panels(panels, lang, themes["companies"].max() if len(themes) else 1)
    look = layout(lang, height, margin={"l": 8, "r": 8, "t": 30, "b": 4}, annotations=titles, bargap=0.35, **axes)
    return drawing([_theme(rows, lang, number) for number, rows in enumerate(panels, 1)], look)


def stacked(chart: go.Figure, height: int = 700) -> dict[str, Any]:
    """Layout overrides for a phone: the theme panels of `chart` below one another."""
    titles = [annotation.to_plotly_json() for annotation in chart.layout.annotations]
    share = 1 / max(len(titles), 1)
    overrides: dict[str, Any] = {"height": height}
    for number, title in enumerate(titles, 1):
        suffix, top = "" if number == 1 else str(number), 1 - (number - 1) * share
        overrides[f"yaxis{suffix}"] = {"domain": [top - share * 0.82, top]}
        overrides[f"xaxis{suffix}"] = {"domain": [0.3, 1]}
        title.update(x=0, y=top)
    return {**overrides, "annotations": titles}


def _theme(rows: pd.DataFrame, lang: Language, number: int) -> go.Bar:
    suffix = "" if number == 1 else str(number)
    return go.Bar(
        x=rows["companies"], y=[lang.pick(row, "name") for _, row in rows.iterrows()], orientation="h",
        marker={"color": [market_colour(market) for market in rows["market"]]}, customdata=rows["market"],
        text=rows["companies"], textposition="outside", cliponaxis=False, hoverinfo="skip",
        xaxis=f"x{suffix}", yaxis=f"y{suffix}",
    )  # fmt: skip


def _panels(panels: list[pd.DataFrame], lang: Language, largest: float) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    axes: dict[str, Any] = {}
    titles = []
    for number, rows in enumerate(panels, 1):
        suffix, left = "" if number == 1 else str(number), (number - 1) / 3
        axes[f"xaxis{suffix}"] = {
            **AXIS,
            "visible": False,
            "range": [0, largest * 1.15],
            "domain": [left + 0.11, left + 0.3],
            "anchor": f"y{suffix}",
        }
        axes[f"yaxis{suffix}"] = {
            **AXIS,
            "anchor": f"x{suffix}",
            "tickfont": {"size": 13, "color": INK[0]},
            "automargin": False,
        }
        titles.append({
            "text": f"<b>{lang.pick(rows.iloc[0], 'theme')}</b>", "x": left, "y": 1, "xref": "paper", "yref": "paper",
            "xanchor": "left", "yanchor": "bottom", "yshift": 8, "showarrow": False, "font": {"size": 14},
        })  # fmt: skip
    return axes, titles
