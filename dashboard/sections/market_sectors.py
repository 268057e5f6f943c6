"""What they do: the sector mix against all markets, and how the mix of arrivals changed."""

import pandas as pd
import streamlit as st

from dashboard.charts.sector_mix import arrival_mix, specialisation_bars
from dashboard.content.figure import Caption
from dashboard.language import Language
from dashboard.screen.figure import picture
from dashboard.screen.html import render, section
from dashboard.screen.names import periods
from dashboard.screen.pieces import Piece, put, remembered
from dashboard.screen.sources import sources_of
from dashboard.warehouse import warehouse

LEAST = 5  # fewer companies than this are named, not drawn


def sectors(market: str, name: str, lang: Language) -> str:
    """Both figures side by side; returns what is missing, if all is."""
    if warehouse().ask("market/sector_mix", market=market).empty:
        return lang.t("sectors")
    section(
        lang.t("What they do"),
        lang.t("Where this market is stronger than others, and what came when."),
    )
    left, right = st.columns(2, gap="large")
    with left:
        put(mix(market, name, lang), lang, key="market-sectors")
    with right:
        put(arrivals(market, name, lang), lang, key="market-arrivals")
    return ""


@remembered
def mix(market: str, name: str, lang: Language) -> Piece:
    """Share of each sector, compared with all markets."""
    rows = warehouse().ask("market/sector_mix", market=market)
    total = int(rows["companies_total"].iloc[0])
    if total < LEAST:
        return render("empty", text=_few(rows, total, lang))
    caption = Caption(
        lang.t("{country}: sectors against all markets", country=name),
        lang.t("Share of {count} companies in our list; line: share in all markets; × specialisation",
               count=lang.number(total)),
        lang.t("Bars by sector; {sector} leads with {count} companies, {times} times its share in all markets.",
               sector=lang.pick(rows.iloc[0], "name"), count=lang.number(rows["companies"].iloc[0]),
               times=lang.number(rows["specialisation"].iloc[0], 1)),
    )  # fmt: skip
    counted = lang.t(
        "× 2 = twice the share this sector has in all markets; with announced sites, without those that left"
    )
    chart = specialisation_bars(rows, market, lang)
    small = {"xaxis": {"range": [0, chart.layout.xaxis.range[1] * 1.35]}}  # room for the words beside the bars
    return picture(chart, caption, sources_of(rows, counted=counted), lang, narrow=small)


def _few(rows: pd.DataFrame, total: int, lang: Language) -> str:
    named = lang.join([lang.pick(row, "name") for _, row in rows.iterrows()])
    return lang.n(
        "Our list holds {count} company from this market, too few for shares. Its sector: {named}.",
        "Our list holds {count} companies from this market, too few for shares. Their sectors: {named}.",
        total,
        named=named,
    )


@remembered
def arrivals(market: str, name: str, lang: Language) -> Piece:
    """The mix of arrivals, period by period."""
    rows = warehouse().ask("market/arrivals", market=market)
    if rows.empty or int(rows["dated"].iloc[0]) < LEAST:
        return render("empty", text=lang.t("Too few arrivals with a known year to show how the mix changed."))
    first, last = rows.iloc[0], rows.iloc[-1]
    caption = Caption(
        lang.t("{country}: what came when", country=name),
        lang.t("Share of each period’s arrivals by sector, earliest sectors first; number of arrivals"),
        lang.t("Bars by sector and period; {first} came earliest on average, {last} latest.",
               first=lang.pick(first, "name"), last=lang.pick(last, "name")),
    )  # fmt: skip
    counted = lang.t(
        "Year of arrival known for {dated} of {listed} sites, those that left included",
        dated=lang.number(first["dated"]),
        listed=lang.number(first["listed"]),
    )
    chart = arrival_mix(rows, periods(lang), market, lang)
    small = {"yaxis": {"tickfont": {"size": 11}}, "xaxis": {"tickfont": {"size": 10}}}
    return picture(chart, caption, sources_of(rows, counted=counted), lang, narrow=small)
