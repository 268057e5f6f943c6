"""Where they are: sites in the region's towns, and the cities their parents come from."""

import streamlit as st

from dashboard.charts.places_map import home_map, region_map
from dashboard.language import Language
from dashboard.parts.figure import Caption, figure
from dashboard.parts.html import empty, section
from dashboard.parts.shapes import TOWNS, address, town_codes
from dashboard.parts.sources import sources_of
from dashboard.warehouse import warehouse


def places(market: str, iso3: str, name: str, lang: Language) -> None:
    """Both maps side by side."""
    section(lang.t("Where they are"), lang.t("Their sites here, and where their parent companies are at home."))
    left, right = st.columns([1.25, 1], gap="large")
    with left:
        region(market, name, lang)
    with right:
        homes(market, iso3, name, lang)


def region(market: str, name: str, lang: Language) -> None:
    """The sites on the map of the region."""
    rows = warehouse().ask("market/sites", market=market)
    if rows.empty:
        empty(lang.t("Our list holds no site of this market that could be put on the map."))
        return
    towns = rows[rows["place_in_town"] == 1]
    first = [f"{lang.pick(row, 'name')} {lang.number(row['town_companies'])}" for _, row in towns.head(3).iterrows()]
    caption = Caption(
        lang.t("{country}: companies by town", country=name),
        lang.t("Sites in our list by place; {located} of {listed} have one",
               located=lang.number(rows["located"].iloc[0]), listed=lang.number(rows["listed"].iloc[0])),
        lang.t("Map of the region’s towns: {first}.", first=lang.join(first)),
    )  # fmt: skip
    chart = region_map(rows, list(town_codes()), market, lang, shapes=address(TOWNS))
    counted = lang.t("Place: postcode, else town · Boundaries: © GeoBasis-DE / BKG")
    figure(chart, caption, sources_of(rows, counted=counted), lang, key="market-sites", narrow={"height": 320})


def homes(market: str, iso3: str, name: str, lang: Language) -> None:
    """The parents' home cities on a map."""
    rows = warehouse().ask("market/home_cities", market=market)
    if rows.empty:
        empty(lang.t("The home city of no parent company is on record."))
        return
    first = [f"{lang.pick(row, 'name')} {lang.number(row['companies'])}" for _, row in rows.head(4).iterrows()]
    caption = Caption(
        lang.t("{country}: home cities of the parents", country=name),
        lang.t("{cities}; known for {known} of {listed} sites", cities=" · ".join(first),
               known=lang.number(rows["known"].iloc[0]), listed=lang.number(rows["listed"].iloc[0])),
        lang.t("Map of the parents’ home cities: {first}.", first=lang.join(first)),
    )  # fmt: skip
    chart = home_map(rows, iso3, market, lang, height=430)
    counted = lang.t("Country shapes: Natural Earth")
    figure(chart, caption, sources_of(rows, counted=counted), lang, key="market-homes", narrow={"height": 280})
