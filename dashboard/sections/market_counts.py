"""How many companies: the published counts with their definitions, our list's coverage, how fast they grow."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts.published_lines import SHOWN, numbered, published_lines
from dashboard.language import Language
from dashboard.parts.figure import Caption, figure
from dashboard.parts.html import block, empty, section
from dashboard.parts.names import names, region_name
from dashboard.parts.sources import sources_of
from dashboard.warehouse import warehouse

FEW = 5  # a median of fewer cases is marked as such


def counts(market: str, name: str, lang: Language) -> None:
    """Published counts over time beside coverage and speed, definitions below."""
    section(
        lang.t("How many companies"),
        lang.t("Who counts what, how each count developed, and how much of it our own list documents."),
    )
    series = warehouse().ask("market/company_counts", market=market)
    series["region_name"] = [region_name(region, lang) for region in series["region"]]
    left, right = st.columns([2.3, 1], gap="large")
    with left:
        if len(series):
            published(series, market, name, lang)
        else:
            empty(lang.t("Nobody has published a number of companies from this market that we know of."))
    with right:
        coverage(market, lang)
    newest = series.groupby("position").tail(1)
    block(
        "definitions",
        title=lang.t("What each count means"),
        subtitle=lang.t("Different definitions do not add up and do not continue each other."),
        items=[_definition(row, lang) for _, row in newest.iterrows()],
    )


def published(series: pd.DataFrame, market: str, name: str, lang: Language) -> None:
    """The lines of the published counts."""
    main = series[series["position"] == 1].iloc[-1]
    drawn = series[series["position"] <= SHOWN]
    chart = published_lines(series, market, lang)
    caption = Caption(
        lang.t("{country}: published numbers of companies", country=name),
        lang.t("Companies by count and region, {first}–{last}; each line is one definition",
               first=int(drawn["year"].min()), last=int(drawn["year"].max())),
        lang.t("Lines of {count} counts; the main one, {definition}, stands at {value} in {year}.",
               count=len(drawn["position"].unique()), definition=lang.pick(main, "name"),
               value=lang.value(main["value"], "count", main["qualifier"]), year=int(main["year"])),
    )  # fmt: skip
    counted = lang.t("≈ about, > more than, < fewer than")
    figure(chart, caption, sources_of(drawn, counted=counted), lang, key="market-counts", narrow=numbered(chart))


def _definition(row: pd.Series, lang: Language) -> dict[str, Any]:
    return {
        "number": int(row["position"]),
        "name": lang.pick(row, "name"),
        "region": row["region_name"],
        "value": f"{lang.value(row['value'], 'count', row['qualifier'])} ({int(row['year'])})",
        "text": lang.pick(row, "definition"),
        "url": row["url"] if pd.notna(row["url"]) else "",
        "source": row["publisher"],
    }


def coverage(market: str, lang: Language) -> None:
    """Our list against the published totals, like with like; and the speed from arrival to expansion."""
    rows = warehouse().ask("market/coverage", market=market)
    block(
        "coverage",
        market=market,
        title=lang.t("What our list covers"),
        subtitle=lang.t("Documented sites against the published total of the same area"),
        items=[_covered(row, lang) for _, row in rows.iterrows()],
        nothing=lang.t("There is no published total for the city or the chamber district to compare our list with."),
        speed=_speed(market, lang),
    )


def _covered(row: pd.Series, lang: Language) -> dict[str, Any]:
    definition = names("indicator_types", lang)[row["indicator_id"]]
    together = lang.t("with Hong Kong and Taiwan, as in the total") if row["greater_china"] else ""
    counted = lang.t(
        "{region}, {year}: {definition}",
        region=region_name(row["region"], lang),
        year=int(row["year"]),
        definition=definition,
    )
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
    own, everywhere = (row for _, row in warehouse().ask("market/speed", market=market).iterrows())
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
            "all markets: {years} (n = {count})",
            years=lang.number(everywhere["median_years"], 1),
            count=lang.number(everywhere["companies"]),
        )
        words |= {"value": years, "unit": lang.t("years"), "counted": " · ".join(filter(None, [counted, few, against]))}
    return words
