"""The network: institutions, events past and coming, signals."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts.base import records
from dashboard.language import Language
from dashboard.screen.entries import ARROWS, Entries, Entry, entries, put_entries, sourced
from dashboard.screen.html import section
from dashboard.screen.names import names
from dashboard.screen.pieces import remembered
from dashboard.settings import settings
from dashboard.warehouse import warehouse


def network(market: str, lang: Language) -> str:
    """Three lists side by side; what one of them lacks it says itself."""
    section(lang.t("Network, dates and signals"), lang.t("Whom to know, what is on, and which way things point."))
    left, middle, right = st.columns(3, gap="large")
    with left:
        put_entries(signals(market, lang), lang, key="market-signals")
    with middle:
        today = settings().current_date().isoformat()
        put_entries(events(market, today, lang), lang, key="market-events")
    with right:
        put_entries(institutions(market, lang), lang, key="market-institutions")
    return ""


@remembered
def institutions(market: str, lang: Language) -> Entries:
    """Consulates, chambers, schools, networks."""
    rows = records(warehouse().ask("market/institutions", market=market))
    return entries(
        lang.t("Institutions"),
        lang.t("Year of founding where known"),
        [_institution(row, lang) for row in rows],
        nothing=lang.t("No institution of this market is on record here."),
    )


def _institution(row: dict[str, Any], lang: Language) -> Entry:
    when = str(int(row["since_year"])) if pd.notna(row["since_year"]) else "–"
    kind = " · ".join(filter(None, [lang.label("institutions", "kind", row["kind"]), lang.pick(row, "town")]))
    return sourced(row, when=when, title=lang.pick(row, "name"), kind=kind)


@remembered
def events(market: str, today: str, lang: Language) -> Entries:
    """What is coming, then what was; `today` as an ISO date."""
    rows = records(warehouse().ask("market/events", market=market, today=today))
    coming = sum(row["coming"] for row in rows)
    ahead = lang.n("{count} coming, then the past ones", "{count} coming, then the past ones", coming)
    return entries(
        lang.t("Events"),
        ahead if coming else lang.t("None coming on record; the past ones, newest first"),
        [_event(row, lang) for row in rows],
        nothing=lang.t("No event with this market is on record."),
    )


def _event(row: dict[str, Any], lang: Language) -> Entry:
    parts = [lang.label("events", "kind", row["kind"]), lang.pick(row, "place")]
    if row["coming"]:
        parts.insert(0, lang.t("coming"))
    if row["market"] == "all":
        parts.append(lang.t("for all countries"))
    when = lang.month(row["year"], row["month"], row["day"])
    return sourced(row, when=when, title=lang.pick(row, "title"), kind=" · ".join(filter(None, parts)))


@remembered
def signals(market: str, lang: Language) -> Entries:
    """Rising, stable, falling."""
    rows = records(warehouse().ask("market/signals", market=market))
    return entries(
        lang.t("Signals"),
        lang.t("Statements from published sources, newest first"),
        [_signal(row, lang) for row in rows],
        nothing=lang.t("No signal on this market is on record."),
    )


def _signal(row: dict[str, Any], lang: Language) -> Entry:
    direction = lang.label("signals", "direction", row["direction"])
    sector = names("sectors", lang).get(row["sector_id"], "") if row["sector_id"] != "other" else ""
    when = f"{int(row['year'])} {ARROWS[row['direction']]}"
    return sourced(row, when=when, title=lang.pick(row, "signal"), kind=" · ".join(filter(None, [direction, sector])))
