"""One market's way from studying to working and living here: published numbers side by side."""

import streamlit as st

from dashboard.charts.talent_pipeline import narrow, pipeline
from dashboard.content.figure import Caption
from dashboard.language import Language
from dashboard.screen.figure import Picture, picture
from dashboard.screen.html import empty, render, section
from dashboard.screen.names import names, region_name
from dashboard.screen.pieces import put, remembered
from dashboard.screen.sources import sources_of
from dashboard.sections.talent_figures import value_items
from dashboard.warehouse import warehouse

MARKET, REGION = "IN", "DE"


def rise(lang: Language) -> None:
    """The picture, and what it does not say."""
    name = names("markets", lang)[MARKET]
    section(
        lang.t("{country}: from studying to working", country=name),
        lang.t(
            "Six counts along the way, side by side. They count different groups of people in different years, so "
            "nothing is computed from one to the next, and nobody is followed from stage to stage. How many graduate "
            "is not on record."
        ),
    )
    if warehouse().ask("talent/pipeline", market=MARKET, region=REGION).empty:
        empty(lang.t("For no stage of this way is a figure on record."))
    else:
        left, right = st.columns([1.9, 1], gap="large")
        with left:
            put(drawn(MARKET, REGION, lang), lang, key="talent-pipeline")
        with right:
            put(elsewhere(MARKET, REGION, lang), lang, key="talent-elsewhere")


@remembered
def drawn(market: str, region: str, lang: Language) -> Picture:
    """The stages with their first and newest numbers."""
    rows = warehouse().ask("talent/pipeline", market=market, region=region)
    last = rows.iloc[-1]
    caption = Caption(
        lang.t("{country} in numbers, {region}: students, skilled workers, residents",
               country=names("markets", lang)[market], region=region_name(region, lang)),
        lang.t("First (pale) and newest published number of each count, all bars on one scale; × times the first, "
               "within the same definition"),
        lang.n("{count} stage; the last, {name}, reaches {value} in {year}.",
               "{count} stages; the last, {name}, reaches {value} in {year}.", len(rows), name=lang.pick(last, "name"),
               value=lang.value(last["last_value"], "count", last["last_qualifier"]), year=int(last["last_year"])),
    )  # fmt: skip
    hedges = lang.t("≈ about, > more than, < fewer than")
    chart = pipeline(rows, market, lang)
    return picture(chart, caption, sources_of(rows, counted=hedges), lang, narrow=narrow(rows, lang))


@remembered
def elsewhere(market: str, region: str, lang: Language) -> str:
    """What is published on the same subjects for smaller regions, city first: other definitions, hence a list."""
    rows = warehouse().ask(
        "talent/series", subjects=("residents", "students", "work"), markets=(market,), region="all", measure="absolute"
    )
    rows = rows[rows["is_latest"] & (rows["region"] != region)].sort_values("distance", kind="stable")
    rows = rows.assign(region_name=[region_name(code, lang) for code in rows["region"]])
    if rows.empty:
        return render("empty", text=lang.t("For the city and the state nothing is on record."))
    return render(
        "talent_values",
        title=lang.t("In Düsseldorf and North Rhine-Westphalia"),
        subtitle=lang.t("Newest value of each count"),
        items=value_items(rows, "absolute", lang, named=False),
    )
