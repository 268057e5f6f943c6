"""The map of the region in four kinds, and the balance of its towns."""

from collections.abc import Callable

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from dashboard.charts.base import records
from dashboard.charts.region import site_map, town_map
from dashboard.charts.region_moves import balance_bars, balance_map, move_map, move_text, signed
from dashboard.content.figure import Caption
from dashboard.content.ground import credits, region_ground
from dashboard.language import Language
from dashboard.screen import filters
from dashboard.screen.entries import entries, put_entries, sourced
from dashboard.screen.figure import Picture, figure, picture, show
from dashboard.screen.html import empty
from dashboard.screen.names import names
from dashboard.screen.pages import company_address, market_address, pages
from dashboard.screen.pieces import remembered
from dashboard.screen.sources import sources_of
from dashboard.sections.region_view import View
from dashboard.warehouse import warehouse

QUERIES = {"towns": "region/towns", "sites": "region/sites", "balance": "region/balance", "moves": "region/moves"}
CHARTS: dict[str, Callable[..., go.Figure]] = {
    "towns": town_map, "sites": site_map, "balance": balance_map, "moves": move_map,
}  # fmt: skip
PHONE = {"height": 330}


def kinds(lang: Language) -> dict[str, str]:
    """The kinds of map."""
    return {
        "towns": lang.t("Companies by town"),
        "sites": lang.t("Sites"),
        "balance": lang.t("Net gain by relocation"),
        "moves": lang.t("Relocations"),
    }


def region_map(view: View, kind: str, lang: Language) -> None:
    """The map; a click on a site or an arrow opens the company."""
    ready = map_picture(view, kind, lang)
    if ready is None:
        empty(lang.t("Nothing is on record for this choice."))
        return
    clicked = show(ready, lang, key="region-map", clickable=kind in ("sites", "moves"))
    if clicked:
        st.switch_page(pages(lang)["companies"], query_params={"company": clicked, "lang": lang.code})


@remembered
def map_picture(view: View, kind: str, lang: Language) -> Picture | None:
    """The map ready to be drawn; None if there is nothing to show."""
    rows = warehouse().ask(QUERIES[kind], **view.of_moves() if kind == "moves" else view.parameters())
    if rows.empty:
        return None
    when = lang.t("today") if view.year is None else str(view.year)
    title = f"{kinds(lang)[kind]}, " + (lang.t("until {year}", year=when) if kind in ("balance", "moves") else when)
    caption = Caption(title, counted(view, kind, lang), alt(kind, rows, lang))
    chart = CHARTS[kind](rows, region_ground(), lang)
    boundaries = lang.t("Boundaries: {credits}", credits=credits())
    return picture(chart, caption, sources_of(rows, counted=boundaries), lang, narrow=PHONE)


def counted(view: View, kind: str, lang: Language) -> str:
    """What the map counts, and what it cannot show."""
    if kind in ("balance", "moves"):
        return lang.t("Relocations between two towns in our list; moves within a town are not counted")
    cover = warehouse().ask("region/coverage", **view.parameters()).iloc[0]
    parts = [lang.t("{shown} of {listed} companies of our list", shown=lang.number(cover["shown"]),
                    listed=lang.number(cover["listed"]))]  # fmt: skip
    if view.year is not None:
        parts.append(
            lang.t("not shown: {count} whose year of arrival is not known", count=lang.number(cover["undated"]))
        )
    if cover["elsewhen"]:
        text = lang.t("{count} gone by then or not yet come") if view.year else lang.t("{count} gone")
        parts.append(text.format(count=lang.number(cover["elsewhen"])))
    if cover["announced"]:
        parts.append(lang.t("{count} only announced", count=lang.number(cover["announced"])))
    if cover["nowhere"]:
        parts.append(lang.t("{count} without a town or gone in an unknown year", count=lang.number(cover["nowhere"])))
    if kind == "sites":
        parts.append(lang.t("dots that share a place stand around it, so their direction says nothing"))
    return "; ".join(parts)


def alt(kind: str, rows: pd.DataFrame, lang: Language) -> str:
    """The map's takeaway in words."""
    if kind == "towns":
        first = [f"{lang.pick(row, 'name')} {lang.number(row['companies'])}" for row in records(rows.head(3))]
    elif kind == "sites":
        first = [lang.n("{count} company", "{count} companies", len(rows))]
    elif kind == "balance":
        first = [f"{lang.pick(row, 'name')} {signed(row['net'], lang)}" for row in records(rows.head(3))]
    else:
        first = [f"{row['name']}, {move_text(row, lang)}" for row in records(rows.head(3))]
    return lang.t("Map of the region’s towns: {first}.", first=lang.join(first))


def balance(view: View, lang: Language) -> None:
    """Who came and who left, town by town."""
    rows = warehouse().ask("region/balance", **view.parameters())
    if rows.empty:
        empty(lang.t("No relocation is on record for this choice."))
        return
    first = [f"{lang.pick(row, 'name')} {signed(row['net'], lang)}" for row in records(rows.head(3))]
    caption = Caption(
        lang.t("Balance of the towns"),
        lang.t("Relocations: left who left (hollow), right who came (full); beside the town the balance"),
        lang.t("Bars by town: {first}.", first=lang.join(first)),
    )
    figure(balance_bars(rows, lang), caption, sources_of(rows), lang, key="region-balance")


def relocations(view: View, lang: Language) -> None:
    """The relocations as a dated list."""
    countries = names("markets", lang)
    found = [
        sourced(
            row,
            when=lang.month(row["year"], row["month"]),
            title=row["name"],
            kind=move_text(row, lang),
            text=lang.pick(row, "description"),
            market=countries[row["market"]],
            href=market_address(row["market"], lang),
            about=company_address(row["company_id"], lang),
        )
        for row in records(warehouse().ask("region/moves", **view.of_moves()))
    ]
    listed = entries(
        lang.t("Relocations"),
        lang.t("Newest first"),
        found,
        shown=8,
        wide=True,
        nothing=lang.t("No relocation is on record for this choice."),
    )
    put_entries(listed, lang, key="region-moves")


def kind_of_map(lang: Language) -> str:
    """Draw the switch between the kinds."""
    return filters.one(
        lang.t("Map shows"), kinds(lang), lang, key="show", default="towns",
        widget=st.segmented_control, required=True, wrap=True, label_visibility="collapsed",
    )  # fmt: skip
