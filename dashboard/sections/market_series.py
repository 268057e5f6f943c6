"""People, trade and investment over time: each definition and region its own panel."""

from typing import Any

import pandas as pd

from dashboard.charts.base import records
from dashboard.charts.panels import SHOWN, panels, stacked
from dashboard.content.figure import Caption
from dashboard.language import Language
from dashboard.screen.figure import Picture, picture
from dashboard.screen.html import render, section
from dashboard.screen.names import region_name
from dashboard.screen.pieces import put, remembered
from dashboard.screen.sources import sources_of
from dashboard.warehouse import warehouse

PEOPLE = ("people", "talent")
TRADE = ("trade", "investment", "jobs")


def people(market: str, name: str, lang: Language) -> str:
    """Residents, students, skilled workers; returns what is missing, if all is."""
    if warehouse().ask("market/series", market=market, groups=PEOPLE).empty:
        return lang.t("residents, students and skilled workers")
    section(lang.t("The people"), lang.t("How many live, study and work here, by whose count."))
    title = lang.t("{country}: residents, students, skilled workers", country=name)
    _series(market, PEOPLE, title, lang, key="market-people")
    return ""


def trade(market: str, name: str, lang: Language) -> str:
    """Trade, investment projects and the jobs they bring; returns what is missing, if all is."""
    if warehouse().ask("market/series", market=market, groups=TRADE).empty:
        return lang.t("trade and investment")
    section(lang.t("Trade and investment"), lang.t("What is exchanged, and what is invested."))
    title = lang.t("{country}: trade, investment projects and jobs", country=name)
    _series(market, TRADE, title, lang, key="market-trade")
    return ""


def _series(market: str, groups: tuple[str, ...], title: str, lang: Language, *, key: str) -> None:
    """Panels for the longest series, a list for the others."""
    if lines := drawn(market, groups, title, lang):
        put(lines, lang, key=key)
    if others := listed(market, groups, lang):
        put(others, lang, key=f"{key}-list")


def _split(market: str, groups: tuple[str, ...], lang: Language) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The rows to draw, in the order of the groups, and the newest row of each other series."""
    rows = warehouse().ask("market/series", market=market, groups=groups)
    rows["region_name"] = [region_name(region, lang) for region in rows["region"]]
    long = rows[rows["drawable"]]
    lines = long[long["position"].isin(sorted(long["position"].unique())[:SHOWN])]
    order = {group: number for number, group in enumerate(groups)}
    lines = lines.sort_values("group_id", key=lambda ids: ids.map(order), kind="stable")
    return lines, rows[~rows["position"].isin(lines["position"]) & rows["is_latest"]]


@remembered
def drawn(market: str, groups: tuple[str, ...], title: str, lang: Language) -> Picture | None:
    """The panels; None if no series can be drawn."""
    lines, _ = _split(market, groups, lang)
    if lines.empty:
        return None
    chart = panels(lines, market, lang)
    first = lines[lines["position"] == lines["position"].iloc[0]].iloc[-1]
    caption = Caption(
        title,
        lang.t("Each panel is one definition and region, from zero; {first}–{last}",
               first=int(lines["year"].min()), last=int(lines["year"].max())),
        lang.n("{count} panel; {name}, {region}: {value} in {year}.",
               "{count} panels; {name}, {region}: {value} in {year}.", len(lines["position"].unique()),
               name=lang.pick(first, "name"), region=first["region_name"], year=int(first["year"]),
               value=lang.value(first["value"], first["unit"], first["qualifier"])),
    )  # fmt: skip
    counted = lang.t("≈ about, > more than, < fewer than")
    return picture(chart, caption, sources_of(lines, counted=counted), lang, narrow=stacked(chart))


@remembered
def listed(market: str, groups: tuple[str, ...], lang: Language) -> str:
    """What is not drawn, as a list; empty if all is."""
    lines, others = _split(market, groups, lang)
    if others.empty:
        return ""
    return render(
        "definitions",
        title=lang.t("Also published") if len(lines) else lang.t("Published"),
        subtitle=lang.t("Newest value of each; single figures and shorter series"),
        items=[_single(row, lang) for row in records(others)],
    )


def _single(row: dict[str, Any], lang: Language) -> dict[str, Any]:
    return {
        "number": None,
        "name": lang.pick(row, "name"),
        "region": row["region_name"],
        "value": f"{lang.value(row['value'], row['unit'], row['qualifier'])} ({int(row['year'])})",
        "text": "",
        "url": row["url"] if pd.notna(row["url"]) else "",
        "source": row["publisher"],
    }
