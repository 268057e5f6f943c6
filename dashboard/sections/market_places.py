"""Where they are: sites in the region's towns, and the cities their parents come from."""

import streamlit as st

from dashboard.charts.places_map import home_map, region_map
from dashboard.content.figure import Caption
from dashboard.content.ground import credits, region_ground
from dashboard.language import Language
from dashboard.screen.figure import picture
from dashboard.screen.html import render, section
from dashboard.screen.pieces import Piece, put, remembered
from dashboard.screen.sources import sources_of
from dashboard.warehouse import warehouse


def places(market: str, iso3: str, name: str, lang: Language) -> str:
    """Both maps side by side; returns what is missing, if all is."""
    if warehouse().ask("market/sites", market=market).empty:
        return lang.t("sites in the region")
    section(lang.t("Where they are"), lang.t("Their sites here, and where their parent companies are at home."))
    left, right = st.columns(2, gap="large")
    with left:
        put(region(market, name, lang), lang, key="market-sites")
    with right:
        put(homes(market, iso3, name, lang), lang, key="market-homes")
    return ""


@remembered
def region(market: str, name: str, lang: Language) -> Piece:
    """The sites on the map of the region."""
    rows = warehouse().ask("market/sites", market=market)
    towns = rows[rows["place_in_town"] == 1].head(3)
    first = [f"{lang.pick(row, 'name')} {lang.number(row['town_companies'])}" for _, row in towns.iterrows()]
    caption = Caption(
        lang.t("{country}: companies by town", country=name),
        lang.t("Sites in our list by place; {located} of {listed} have one",
               located=lang.number(rows["located"].iloc[0]), listed=lang.number(rows["listed"].iloc[0])),
        lang.t("Map of the region’s towns: {first}.", first=lang.join(first)),
    )  # fmt: skip
    chart = region_map(rows, region_ground(), market, lang)
    counted = " · ".join([lang.t("Place: postcode, else town"), lang.t("Boundaries: {credits}", credits=credits())])
    return picture(chart, caption, sources_of(rows, counted=counted), lang, narrow={"height": 270})


@remembered
def homes(market: str, iso3: str, name: str, lang: Language) -> Piece:
    """The parents' home cities on a map."""
    rows = warehouse().ask("market/home_cities", market=market)
    if rows.empty:
        return render("empty", text=lang.t("The home city of no parent company is on record."))
    first = [f"{lang.pick(row, 'name')} {lang.number(row['companies'])}" for _, row in rows.head(4).iterrows()]
    caption = Caption(
        lang.t("{country}: home cities of the parents", country=name),
        lang.t("{cities}; known for {known} of {listed} sites", cities=" · ".join(first),
               known=lang.number(rows["known"].iloc[0]), listed=lang.number(rows["listed"].iloc[0])),
        lang.t("Map of the parents’ home cities: {first}.", first=lang.join(first)),
    )  # fmt: skip
    counted = lang.t("Country shapes: Natural Earth")
    chart = home_map(rows, iso3, market, lang)
    return picture(chart, caption, sources_of(rows, counted=counted), lang, narrow={"height": 260})
