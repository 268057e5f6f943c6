"""The network: institutions, events past and coming, signals."""

import pandas as pd
import streamlit as st

from dashboard.language import Language
from dashboard.parts.entries import Entry, entries, sourced
from dashboard.parts.html import section
from dashboard.parts.names import names
from dashboard.settings import settings
from dashboard.warehouse import warehouse

ARROWS = {"rising": "↗", "stable": "→", "falling": "↘"}


def network(market: str, lang: Language) -> None:
    """Three lists side by side."""
    section(lang.t("Network, dates and signals"), lang.t("Whom to know, what is on, and which way things point."))
    for column, draw in zip(st.columns(3, gap="large"), (signals, events, institutions), strict=True):
        with column:
            draw(market, lang)


def institutions(market: str, lang: Language) -> None:
    """Consulates, chambers, schools, networks."""
    rows = warehouse().ask("market/institutions", market=market)
    entries(
        lang.t("Institutions"),
        lang.t("Year of founding where known"),
        [_institution(row, lang) for _, row in rows.iterrows()],
        lang,
        key="market-institutions",
        nothing=lang.t("No institution of this market is on record here."),
    )


def _institution(row: pd.Series, lang: Language) -> Entry:
    when = str(int(row["since_year"])) if pd.notna(row["since_year"]) else "–"
    town = row["city"] if pd.notna(row["city"]) else ""
    kind = " · ".join(filter(None, [lang.label("institutions", "kind", row["kind"]), town]))
    return sourced(row, when=when, title=lang.pick(row, "name"), kind=kind)


def events(market: str, lang: Language) -> None:
    """What is coming, then what was."""
    rows = warehouse().ask("market/events", market=market, today=settings().current_date().isoformat())
    coming = int(rows["coming"].sum())
    subtitle = (
        lang.n("{count} coming, then the past ones", "{count} coming, then the past ones", coming) if coming else ""
    )
    entries(
        lang.t("Events"),
        subtitle or lang.t("None coming on record; the past ones, newest first"),
        [_event(row, lang) for _, row in rows.iterrows()],
        lang,
        key="market-events",
        nothing=lang.t("No event with this market is on record."),
    )


def _event(row: pd.Series, lang: Language) -> Entry:
    parts = [lang.label("events", "kind", row["kind"]), lang.pick(row, "place")]
    if row["coming"]:
        parts.insert(0, lang.t("coming"))
    if row["market"] == "all":
        parts.append(lang.t("for all countries"))
    when = lang.month(row["year"], row["month"], row["day"])
    return sourced(row, when=when, title=lang.pick(row, "title"), kind=" · ".join(filter(None, parts)))


def signals(market: str, lang: Language) -> None:
    """Rising, stable, falling."""
    rows = warehouse().ask("market/signals", market=market)
    entries(
        lang.t("Signals"),
        lang.t("Statements from published sources, newest first"),
        [_signal(row, lang) for _, row in rows.iterrows()],
        lang,
        key="market-signals",
        nothing=lang.t("No signal on this market is on record."),
    )


def _signal(row: pd.Series, lang: Language) -> Entry:
    direction = f"{ARROWS[row['direction']]} {lang.label('signals', 'direction', row['direction'])}"
    sector = names("sectors", lang).get(row["sector_id"], "") if row["sector_id"] != "other" else ""
    when = f"{int(row['year'])} {ARROWS[row['direction']]}"
    return sourced(row, when=when, title=lang.pick(row, "signal"), kind=" · ".join(filter(None, [direction, sector])))
