"""Market by sector: how many, which share, how specialised; a cell opens its companies."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts.base import records
from dashboard.charts.sector_mix import FEW
from dashboard.language import Language
from dashboard.parts import filters
from dashboard.parts.html import empty, render, section
from dashboard.parts.names import names
from dashboard.parts.pages import market_address, pages
from dashboard.parts.pickable import pickable
from dashboard.parts.sources import sources_button, sources_of
from dashboard.warehouse import warehouse

FULL = {"count": 20.0, "share": 0.35, "specialisation": 4.0}  # the value at which a cell has its strongest tone
PRESENT = ["active", "announced", "unknown"]  # the statuses that count here: all but `left`


def measures(lang: Language) -> dict[str, str]:
    """The measures by their code."""
    return {
        "count": lang.t("Companies"),
        "share": lang.t("Share of the market"),
        "specialisation": lang.t("Specialisation"),
    }


def matrix(markets: list[str], theme: str | None, lang: Language) -> None:
    """The table with its measure."""
    section(
        lang.t("Who works in which sector"),
        lang.t(
            "Companies in our list, announced ones included, without those that left. A number opens the companies "
            "behind it."
        ),
    )
    measure = filters.one(
        lang.t("Measure"), measures(lang), lang, key="measure", default="count",
        widget=st.segmented_control, required=True, wrap=True, label_visibility="collapsed",
    )  # fmt: skip
    rows = warehouse().ask("sectors/matrix", theme=theme)
    shown = rows[rows["market"].isin(markets)]
    if shown.empty:
        empty(lang.t("None of these markets has a company of this theme in our list."))
        return
    picked = pickable(render("heat", **texts(shown, markets, measure, lang)), key="sectors-matrix")
    st.caption(explained(measure, lang))
    sources_button(sources_of(shown), lang.t("Who works in which sector"), lang, key="sectors-sources")
    if picked:
        market, _, sector = picked.partition("|")
        choice = {"market": market, "sector": sector, "status": PRESENT, "lang": lang.code}
        st.switch_page(pages(lang)["companies"], query_params=choice | ({"theme": theme} if theme else {}))


def explained(measure: str, lang: Language) -> str:
    """How to read the numbers of a measure."""
    few = lang.t("Pale: fewer than {few} companies, which says little.", few=FEW)
    return {
        "count": lang.t("Number of companies; n: all companies of the market or the sector."),
        "share": lang.t("Share of the market's companies, below it their number.") + " " + few,
        "specialisation": lang.t(
            "Share of the sector in this market divided by its share in all markets: 2 means twice as frequent as "
            "elsewhere; below it the number of companies."
        )
        + " "
        + few,
    }[measure]


def texts(rows: pd.DataFrame, markets: list[str], measure: str, lang: Language) -> dict[str, Any]:
    """The table in words: heads of the markets, a line for each sector."""
    countries, sectors = names("markets", lang), names("sectors", lang)
    cells = {(row["sector_id"], row["market"]): row for row in records(rows)}
    sizes = dict(zip(rows["market"], rows["market_companies"], strict=True))
    shown = [market for market in markets if market in sizes]
    heads = [
        {
            "market": market,
            "name": countries[market],
            "href": market_address(market, lang),
            "note": f"n = {lang.number(sizes[market])}",
        }
        for market in shown
    ]
    of_all = dict(zip(rows["sector_id"], rows["sector_companies"], strict=True))
    lines = [
        {
            "name": sectors[sector],
            "note": f"n = {lang.number(of_all[sector])}",
            "cells": [cell(cells.get((sector, market)), measure, sectors, countries, lang) for market in shown],
        }
        for sector in of_all
    ]
    return {"heads": heads, "lines": lines, "words": {"sector": lang.t("Sector")}}


def cell(
    row: dict[str, Any] | None, measure: str, sectors: dict[str, str], countries: dict[str, str], lang: Language
) -> dict[str, Any] | None:
    """One number: its text, its tone, what it opens; None where the market has no company in the sector."""
    if row is None:
        return None
    amount = {"count": row["companies"], "share": row["share"], "specialisation": row["specialisation"]}[measure]
    value = {
        "count": lang.number(row["companies"]),
        "share": lang.percent(row["share"]),
        "specialisation": "× " + lang.number(row["specialisation"], 1),
    }[measure]
    return {
        "value": value,
        "n": "" if measure == "count" else f"n = {lang.number(row['companies'])}",
        "few": measure != "count" and row["companies"] < FEW,
        "strength": round(100 * min(amount / FULL[measure], 1)),
        "pick": f"{row['market']}|{row['sector_id']}",
        "alt": f"{countries[row['market']]}, {sectors[row['sector_id']]}: {value}",
    }
