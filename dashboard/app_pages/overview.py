"""Overview: the world in pocket format, on one screen."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts.labels import moved
from dashboard.charts.overview import slopes, stacked, theme_bars
from dashboard.charts.sparkline import sparkline
from dashboard.charts.world import world_map
from dashboard.content.figure import Caption
from dashboard.content.ground import city_point
from dashboard.language import Language
from dashboard.screen import filters, page
from dashboard.screen.figure import figure
from dashboard.screen.html import block, empty, section
from dashboard.screen.key_figures import key_figures, published_figure
from dashboard.screen.names import names, region_name
from dashboard.screen.pages import company_address, open_market, pages
from dashboard.screen.sources import sources_button, sources_of
from dashboard.settings import settings
from dashboard.warehouse import warehouse


def headlines(lang: Language) -> None:
    """The figures at the top."""
    rows = warehouse().ask("overview/headlines")
    key_figures(
        [
            published_figure(row, lang, label=lang.pick(row, "label"), region=region_name(row["region"], lang))
            for _, row in rows.iterrows()
        ]
    )


def measure_names(lang: Language) -> dict[str, str]:
    """The map's measures in the reader's words."""
    return {
        "list": lang.t("Sites in our list"),
        "companies": lang.t("Published company counts"),
        "projects": lang.t("FDI projects in NRW"),
        "residents": lang.t("Residents"),
    }


def counted(measure: str, lang: Language) -> str:
    """What the map's numbers count."""
    return {
        "list": lang.t("Sites in our documented list, announced ones included, without those that left"),
        "companies": lang.t("Companies in the commercial register of the chamber district"),
        "projects": lang.t(
            "Foreign direct investment projects in NRW, newest published year of each country; China with Hong Kong "
            "and Taiwan; no circle: nothing published"
        ),
        "residents": lang.t(
            "Nationals registered in the city, newest published year of each country; no circle: nothing published"
        ),
    }[measure]


def world(lang: Language) -> None:
    """The map with its switch."""
    words = measure_names(lang)
    measure = filters.one(
        lang.t("Map shows"), words, lang, key="map", default="list",
        widget=st.segmented_control, required=True, wrap=True, label_visibility="collapsed",
    )  # fmt: skip
    rows = warehouse().ask("overview/world", measure=measure)
    years = sorted({int(year) for year in rows["year"].dropna()})
    period = f"{years[0]}–{years[-1]}" if len(years) > 1 else "".join(map(str, years))
    caption = Caption(
        lang.t("{measure} by country of origin", measure=words[measure]),
        " · ".join(filter(None, [counted(measure, lang), period])),
        map_alt(rows, words[measure], lang),
    )
    chosen = figure(
        world_map(rows, city_point(), lang, 272),
        caption,
        sources_of(rows),
        lang,
        key="world",
        clickable=True,
        narrow={"height": 190},
    )
    if chosen:
        open_market(chosen, lang)


def map_alt(rows: pd.DataFrame, measure: str, lang: Language) -> str:
    """The map's takeaway in words: its three largest markets."""
    first = [f"{lang.pick(row, 'name')} {lang.number(row['value'])}" for _, row in rows.head(3).iterrows()]
    return lang.t("World map, {measure}: {first} lead.", measure=measure, first=lang.join(first))


def latest(lang: Language, rows: int) -> None:
    """The dated list of what came, grew and moved."""
    found = warehouse().ask("overview/latest", rows=rows)
    block(
        "latest",
        title=lang.t("Most recently"),
        subtitle=lang.t("Settlements, expansions and relocations"),
        items=[latest_item(row, lang) for _, row in found.iterrows()],
    )


def latest_item(row: pd.Series, lang: Language) -> dict[str, Any]:
    """One line of the list; the town where the company's name does not tell it."""
    kind, town = lang.label("milestones", "kind", row["kind"]), lang.pick(row, "town")
    return {
        "market": row["market"],
        "country": names("markets", lang).get(row["market"], row["market"]),
        "href": company_address(row["company_id"], lang),
        "when": lang.month(row["year"], row["month"]),
        "name": row["name"],
        "text": moved(row, lang),
        "town": "" if town in row["name"] else town,
        "kind": lang.t("{kind}, announced", kind=kind) if row["is_announced"] else kind,
        "source": lang.t("Source"),
        "url": row["url"] if pd.notna(row["url"]) else "",
    }


def core_markets(lang: Language) -> None:
    """A card for each core market, its name a link to its page."""
    cards, series = warehouse().ask("overview/core_cards"), warehouse().ask("overview/core_series")
    if cards.empty:
        empty(lang.t("Our list holds no company from the core markets yet."))
        return
    for column, (_, card) in zip(st.columns(len(cards), gap="medium"), cards.iterrows(), strict=True):
        points = series[series["market"] == card["market"]]
        with column:
            st.page_link(
                pages(lang)["market"], label=f"**{lang.pick(card, 'name')}**", icon=":material/arrow_forward:",
                icon_position="right", query_params={"market": card["market"], "lang": lang.code},
            )  # fmt: skip
            block("card", card=card_texts(card, points, lang))
    sources_button(sources_of(series), lang.t("Published numbers of companies"), lang, key="cards-sources")


def card_texts(card: pd.Series, points: pd.DataFrame, lang: Language) -> dict[str, Any]:
    """What a card says; `points` is the market's best series of published company counts, oldest first."""
    sectors = [names("sectors", lang)[code] for code in (card["sector_1"], card["sector_2"]) if pd.notna(code)]
    since = lang.t("since {year}", year=int(card["since_year"])) if pd.notna(card["since_year"]) else ""
    last = points.iloc[-1] if len(points) else None
    value = (
        lang.value(last["value"], "count", last["qualifier"]) if last is not None else lang.number(card["companies"])
    )
    where = f"{region_name(last['region'], lang)}, {int(last['year'])}" if last is not None else ""
    return {
        "market": card["market"],
        "value": value,
        "spark": sparkline(points["year"].tolist(), points["value"].tolist(), 110),
        "where": where,
        "counted": lang.pick(last, "name") if last is not None else lang.t("sites in our list"),
        "sectors": " · ".join(sectors),
        "desk": ", ".join(filter(None, [lang.pick(card, "desk"), since])),
    }


def studies(lang: Language) -> None:
    """Companies by country across the chamber's studies."""
    rows = warehouse().ask("overview/chamber_studies")
    if rows.empty:
        empty(lang.t("No study of the chamber is on record."))
        return
    years = [int(year) for year in sorted(rows["year"].unique())]
    caption = Caption(
        lang.t("Companies by country of origin in the chamber's studies"),
        lang.t(
            "Companies in the commercial register, chamber district of Düsseldorf, {years}",
            years=lang.join(list(map(str, years))),
        ),
        lang.t(
            "Lines from study to study; leading in the last study: {name}.",
            name=lang.pick(rows[rows["year"] == years[-1]].iloc[0], "name"),
        ),
    )
    counted = lang.t("Countries named in at least two studies; dotted: not named in the one between")
    figure(
        slopes(rows, lang), caption, sources_of(rows, counted=counted), lang, key="studies",
        narrow={"margin": {"r": 184, "l": 26}},
    )  # fmt: skip


def themes(lang: Language) -> None:
    """The focus themes by market."""
    rows = warehouse().ask("overview/themes")
    chart = theme_bars(rows, lang, 300)
    caption = Caption(
        lang.t("Who stands behind the focus themes"),
        lang.t(
            "Companies in our list by theme and market, six largest each; with announced ones, without those that left"
        ),
        lang.t("Three bar charts, one for each focus theme."),
    )
    figure(chart, caption, sources_of(rows), lang, key="themes", narrow=stacked(chart))


lang = page.current_language()
today = settings().current_date()
month = lang.month(today.year, today.month)
block(
    "head",
    title=lang.t("The world in pocket format"),
    text=lang.t("Düsseldorf and its source markets · {month}", month=month),
)
headlines(lang)
left, right = st.columns([1.62, 1], gap="large")
with left:
    world(lang)
with right:
    latest(lang, 10)
core_markets(lang)
section(
    lang.t("Behind the figures"),
    lang.t("How the countries of origin changed, and who carries the focus themes."),
)
studies(lang)
themes(lang)
