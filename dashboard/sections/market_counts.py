"""How many companies: the published counts with their definitions, our list's coverage, how fast they grow."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts.base import records
from dashboard.charts.published_lines import in_view, numbered, published_lines
from dashboard.content.figure import Caption
from dashboard.language import Language
from dashboard.screen.figure import picture
from dashboard.screen.html import render, section
from dashboard.screen.names import names, region_name
from dashboard.screen.pieces import Piece, put, remembered
from dashboard.screen.sources import sources_of
from dashboard.warehouse import warehouse

FEW = 5  # a median of fewer cases is marked as such


def counts(market: str, name: str, lang: Language) -> str:
    """Published counts over time beside coverage and speed, definitions below; returns what is missing, if all is."""
    found = len(warehouse().ask("market/company_counts", market=market))
    if not found and not warehouse().ask("market/speed", market=market)["companies"].iloc[0]:
        return lang.t("published numbers of companies")
    section(
        lang.t("How many companies"),
        lang.t("Who counts what, how each count developed, and how much of it our own list documents."),
    )
    left, right = st.columns([2.3, 1], gap="large")
    with left:
        put(published(market, name, lang), lang, key="market-counts")
    with right:
        put(coverage(market, lang), lang, key="market-coverage")
    if found:
        put(definitions(market, lang), lang, key="market-definitions")
    return ""


def _series(market: str, lang: Language) -> pd.DataFrame:
    series = warehouse().ask("market/company_counts", market=market)
    series["region_name"] = [region_name(region, lang) for region in series["region"]]
    return series


@remembered
def published(market: str, name: str, lang: Language) -> Piece:
    """The lines of the published counts."""
    drawn = in_view(_series(market, lang))
    if drawn.empty:
        return render(
            "empty", text=lang.t("Nobody has published a number of companies from this market that we know of.")
        )
    main = drawn[drawn["position"] == drawn["position"].min()].iloc[-1]
    chart = published_lines(drawn, market, lang)
    caption = Caption(
        lang.t("{country}: published numbers of companies", country=name),
        lang.t("Companies by count and region, {first}–{last}; each line is one definition",
               first=int(drawn["year"].min()), last=int(drawn["year"].max())),
        lang.n("Line of {count} count: {definition} stands at {value} in {year}.",
               "Lines of {count} counts; the main one, {definition}, stands at {value} in {year}.",
               len(drawn["position"].unique()), definition=lang.pick(main, "name"),
               value=lang.value(main["value"], "count", main["qualifier"]), year=int(main["year"])),
    )  # fmt: skip
    counted = lang.t("≈ about, > more than, < fewer than")
    return picture(chart, caption, sources_of(drawn, counted=counted), lang, narrow=numbered(chart))


@remembered
def definitions(market: str, lang: Language) -> str:
    """What each count means, numbered as in the figure."""
    return render(
        "definitions",
        title=lang.t("What each count means"),
        subtitle=lang.t("Different definitions do not add up and do not continue each other."),
        items=[_definition(records(rows), lang) for _, rows in _series(market, lang).groupby("position")],
    )


def _definition(rows: list[dict[str, Any]], lang: Language) -> dict[str, Any]:
    first, row = rows[0], rows[-1]
    value = f"{lang.value(row['value'], 'count', row['qualifier'])} ({int(row['year'])})"
    if len(rows) > 1:
        began = lang.value(first["value"], "count", first["qualifier"])
        value = lang.t("{value}, first {began} ({year})", value=value, began=began, year=int(first["year"]))
    return {
        "number": int(row["position"]),
        "name": lang.pick(row, "name"),
        "region": row["region_name"],
        "value": value,
        "text": lang.pick(row, "definition"),
        "url": row["url"] if pd.notna(row["url"]) else "",
        "source": row["publisher"],
    }


@remembered
def coverage(market: str, lang: Language) -> str:
    """Our list against the published totals, like with like; and the speed from arrival to expansion."""
    rows = warehouse().ask("market/coverage", market=market)
    return render(
        "coverage",
        market=market,
        title=lang.t("What our list covers"),
        subtitle=lang.t("Documented sites against the published total of the same area"),
        items=[_covered(row, lang) for row in records(rows)],
        nothing=lang.t("There is no published total for the city or the chamber district to compare our list with."),
        speed=_speed(market, lang),
    )


def _covered(row: dict[str, Any], lang: Language) -> dict[str, Any]:
    definition = names("indicator_types", lang)[row["indicator_id"]]
    also = [names("markets", lang)[market] for market in ([] if row["counted_with"] is None else row["counted_with"])]
    together = lang.t("with {markets}, as in the total", markets=lang.join(also)) if also else ""
    region = region_name(row["region"], lang)
    counted = lang.t("{region}, {year}: {definition}", region=region, year=int(row["year"]), definition=definition)
    return {
        "listed": lang.number(row["listed"]),
        "of": lang.t("of {value}", value=lang.value(row["value"], "count", row["qualifier"])),
        "width": min(round(row["share"] * 100, 1), 100),
        "counted": " · ".join(filter(None, [counted, together])),
        "url": row["source_url"] if pd.notna(row["source_url"]) else "",
        "source": row["publisher"],
    }


def _speed(market: str, lang: Language) -> dict[str, str]:
    """The median years to the first expansion, with its n; said in words where there is none."""
    own, everywhere = records(warehouse().ask("market/speed", market=market))
    words = {
        "title": lang.t("How fast they grow"),
        "subtitle": lang.t("Median time from arrival to the first expansion on record"),
        "value": "",
        "unit": "",
        "counted": lang.t("No company of this market has both an arrival and a later expansion on record."),
    }
    if own["companies"]:
        years = lang.number(own["median_years"], 1)
        counted = lang.n("n = {count} company", "n = {count} companies", int(own["companies"]))
        few = lang.t("few cases, read with care") if own["companies"] < FEW else ""
        against = lang.t(
            "all markets: {years} years (n = {count})",
            years=lang.number(everywhere["median_years"], 1),
            count=lang.number(everywhere["companies"]),
        )
        words |= {"value": years, "unit": lang.t("years"), "counted": " · ".join(filter(None, [counted, few, against]))}
    return words
