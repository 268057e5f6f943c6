"""What came when: arrivals by group of sectors and period, and how concentrated they were."""

import streamlit as st

from dashboard.charts.concentration import concentration_bars
from dashboard.charts.sector_mix import arrival_mix
from dashboard.language import Language
from dashboard.parts import filters
from dashboard.parts.figure import Caption, picture
from dashboard.parts.html import render, section
from dashboard.parts.names import periods
from dashboard.parts.pieces import Piece, put, remembered
from dashboard.parts.sources import sources_of
from dashboard.warehouse import warehouse

LEAST = 5  # fewer dated arrivals than this are no mix


def shift(options: dict[str, str], theme: str | None, lang: Language) -> None:
    """Both figures for the market chosen."""
    section(
        lang.t("What came when"),
        lang.t("From period to period: which groups of sectors arrived, and how concentrated the arrivals were."),
    )
    every = {"all": lang.t("All markets")} | options
    market = filters.one(lang.t("Market"), every, lang, key="arrivals", default="CN" if "CN" in every else "all")
    left, right = st.columns([1.7, 1], gap="large")
    with left:
        put(mix(market, theme, every[market], lang), lang, key="sectors-shift")
    with right:
        put(concentration(market, theme, every[market], lang), lang, key="sectors-concentration")


@remembered
def mix(market: str, theme: str | None, name: str, lang: Language) -> Piece:
    """Each group's share of the period's arrivals."""
    rows = warehouse().ask("sectors/shift", market=market, theme=theme)
    if rows.empty or int(rows["dated"].iloc[0]) < LEAST:
        return render("empty", text=lang.t("Too few arrivals with a known year to show how the mix changed."))
    first, last = rows.iloc[0], rows.iloc[-1]
    caption = Caption(
        lang.t("{country}: arrivals by group of sectors", country=name),
        lang.t("Share of each period’s arrivals, earliest groups first; number of arrivals"),
        lang.t("Bars by sector and period; {first} came earliest on average, {last} latest.",
               first=lang.pick(first, "name"), last=lang.pick(last, "name")),
    )  # fmt: skip
    counted = lang.t(
        "Year of arrival known for {dated} of {listed} sites, those that left included",
        dated=lang.number(first["dated"]),
        listed=lang.number(first["listed"]),
    )
    small = {"yaxis": {"tickfont": {"size": 11}}, "xaxis": {"tickfont": {"size": 10}}}
    chart = arrival_mix(rows, periods(lang), market, lang)
    return picture(chart, caption, sources_of(rows, counted=counted), lang, narrow=small)


@remembered
def concentration(market: str, theme: str | None, name: str, lang: Language) -> Piece:
    """The Herfindahl index of each period's arrivals."""
    rows = warehouse().ask("sectors/concentration", market=market, theme=theme)
    if rows.empty or int(rows["arrivals"].sum()) < LEAST:
        return render("empty", text=lang.t("Too few arrivals with a known year to tell how concentrated they were."))
    last = rows.iloc[-1]
    caption = Caption(
        lang.t("{country}: concentration on sectors", country=name),
        lang.t("Herfindahl index of each period's arrivals over {count} sectors; line: all markets",
               count=len(warehouse().ask("shared/names", code_list="sectors"))),
        lang.t("Columns by period; {period}: {value}.", period=periods(lang)[int(last["period"]) - 1],
               value=lang.number(last["herfindahl"], 2, fixed=True)),
    )  # fmt: skip
    counted = lang.t(
        "Unbiased estimate: the chance that two arrivals of a period are of one sector; pale: few arrivals"
    )
    return picture(concentration_bars(rows, periods(lang), market, lang), caption,
                   sources_of(rows, counted=counted), lang)  # fmt: skip
