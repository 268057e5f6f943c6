"""The markets as a whole: a scorecard of a dozen figures, and their sectors in our list."""

from typing import Any

import pandas as pd

from dashboard.charts.compare import sector_heatmap
from dashboard.charts.sparkline import sparkline
from dashboard.content.figure import Caption
from dashboard.language import Language
from dashboard.screen.figure import figure
from dashboard.screen.html import block, empty, section
from dashboard.screen.names import region_name
from dashboard.screen.pages import market_address
from dashboard.screen.sources import sources_button, sources_of
from dashboard.warehouse import warehouse


def scorecard(markets: list[str], names: dict[str, str], lang: Language) -> None:
    """A dozen figures by market: newest value, its year, a sparkline."""
    section(
        lang.t("Scorecard"),
        lang.t(
            "The newest published value of the best covered figures, with its year; the line shows the series. "
            "What is counted differently stands in another line, so a market's value may be an older one."
        ),
    )
    rows = warehouse().ask("compare/scorecard", markets=markets)
    if rows.empty:
        empty(lang.t("No figure has been published for two of these markets."))
        return
    lines = [scorecard_line(group, markets, lang) for _, group in rows.groupby("position", sort=False)]
    heads = [{"code": market, "name": names[market], "href": market_address(market, lang)} for market in markets]
    block("scorecard", heads=heads, lines=lines, figure_word=lang.t("Figure"))
    sources_button(sources_of(rows), lang.t("Scorecard"), lang, key="scorecard-sources")


def scorecard_line(rows: pd.DataFrame, markets: list[str], lang: Language) -> dict[str, Any]:
    """One figure: its name and a cell for every market, empty where nothing was published."""
    first = rows.iloc[0]
    cells = {row["market"]: row for _, row in rows.iterrows()}
    unit = "" if first["unit"] == "count" else lang.label("indicator_types", "unit", first["unit"])
    return {
        "group": lang.label("indicator_types", "group_id", first["group_id"]),
        "name": lang.pick(first, "name"),
        "region": " · ".join(filter(None, [region_name(first["region"], lang), unit])),
        "cells": [scorecard_cell(cells.get(market), market, lang) for market in markets],
    }


def scorecard_cell(row: pd.Series | None, market: str, lang: Language) -> dict[str, Any]:
    """Value, year and sparkline of one cell."""
    if row is None:
        return {"market": market, "value": "–", "year": "", "spark": ""}
    return {
        "market": market,
        "value": lang.value(row["value"], "count", row["qualifier"]),
        "year": int(row["year"]),
        "spark": sparkline(list(row["years"]), list(row["series"]), 64, 22),
    }


def sectors(markets: list[str], names: dict[str, str], lang: Language) -> None:
    """The heatmap of sectors."""
    section(lang.t("Sectors"), lang.t("In which sectors the companies of our list work."))
    rows = warehouse().ask("compare/sectors", markets=markets)
    caption = Caption(
        lang.t("Companies by sector and market"),
        lang.t(
            "Number of companies in our list; the stronger the tone, the larger the share of the market's companies"
        ),
        lang.t("Table of sectors by market, {names}.", names=lang.join(list(names.values()))),
    )
    figure(
        sector_heatmap(rows, names, lang), caption,
        sources_of(rows, counted=lang.t("With announced companies, without those that left")), lang, key="sectors",
    )  # fmt: skip
