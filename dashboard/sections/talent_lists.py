"""Schools, agreements and delegations, signals: what is done for people who come, each with its source."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts.base import records
from dashboard.language import Language
from dashboard.screen.entries import ARROWS, Entries, Entry, entries, put_entries, sourced
from dashboard.screen.names import names
from dashboard.screen.pages import market_address
from dashboard.screen.pieces import remembered
from dashboard.settings import settings
from dashboard.warehouse import warehouse

HOSTS = ("all", "DE")  # markets without a page


def lists(markets: tuple[str, ...], lang: Language) -> None:
    """Agreements and delegations, schools, signals side by side; what one of them lacks it says itself."""
    left, middle, right = st.columns([1.2, 1, 1], gap="large")
    with left:
        today = settings().current_date().isoformat()
        put_entries(agreements(markets, today, lang), lang, key="talent-agreements")
    with middle:
        put_entries(schools(markets, lang), lang, key="talent-schools")
    with right:
        put_entries(signals(markets, lang), lang, key="talent-signals")


def rule_text(lang: Language) -> str:
    """How agreements, events and signals are chosen."""
    rows = warehouse().ask("talent/words")
    own = ", ".join(row["word"] for row in records(rows) if row["lang"] == lang.code)
    return lang.t(
        "Chosen by rule: every event, project or network and every signal of the chosen markets whose text contains "
        "one of these words or beginnings of words: {words} (or a German "
        "counterpart); schools by their kind.",
        words=own,
    )


def _words() -> tuple[str, ...]:
    """The words of both languages, each once."""
    return tuple(dict.fromkeys(warehouse().ask("talent/words")["word"]))


@remembered
def agreements(markets: tuple[str, ...], today: str, lang: Language) -> Entries:
    """Agreements, delegations, trips and projects; `today` as an ISO date."""
    rows = records(warehouse().ask("talent/agreements", markets=markets, words=_words(), today=today))
    return entries(
        lang.t("Agreements and delegations"),
        lang.t("With projects and networks (year they began); newest first"),
        [_agreement(row, lang) for row in rows],
        nothing=lang.t("No agreement or delegation about talent is on record for these markets."),
        shown=9,
    )


def _agreement(row: dict[str, Any], lang: Language) -> Entry:
    table = "events" if row["record"] == "event" else "institutions"
    kind = " · ".join(filter(None, [
        lang.t("coming") if row["coming"] else "", lang.label(table, "kind", row["kind"]), lang.pick(row, "place"),
    ]))  # fmt: skip
    when = lang.month(row["year"], row["month"], row["day"]) if pd.notna(row["year"]) else "–"
    title, text = lang.pick(row, "title"), lang.pick(row, "text")
    return sourced(row, when=when, title=title, kind=kind, text=text, **_market(row["market"], lang))


@remembered
def schools(markets: tuple[str, ...], lang: Language) -> Entries:
    """Schools, day nurseries and school partnerships."""
    rows = records(warehouse().ask("talent/schools", markets=markets))
    return entries(
        lang.t("Schools"),
        lang.t("Year of founding where known"),
        [_school(row, lang) for row in rows],
        nothing=lang.t("No school of these markets is on record."),
        shown=9,
    )


def _school(row: dict[str, Any], lang: Language) -> Entry:
    when = str(int(row["since_year"])) if pd.notna(row["since_year"]) else "–"
    text, town = lang.pick(row, "description"), lang.pick(row, "town")
    title = lang.pick(row, "name")
    return sourced(row, when=when, title=title, kind=town, text=text, **_market(row["market"], lang))


@remembered
def signals(markets: tuple[str, ...], lang: Language) -> Entries:
    """What published sources say about talent."""
    rows = records(warehouse().ask("talent/signals", markets=markets, words=_words()))
    return entries(
        lang.t("Signals"),
        lang.t("Statements from published sources, newest first"),
        [_signal(row, lang) for row in rows],
        nothing=lang.t("No signal about talent is on record for these markets."),
    )


def _signal(row: dict[str, Any], lang: Language) -> Entry:
    when = f"{int(row['year'])} {ARROWS[row['direction']]}"
    kind = lang.label("signals", "direction", row["direction"])
    return sourced(row, when=when, title=lang.pick(row, "signal"), kind=kind, **_market(row["market"], lang))


def _market(market: str, lang: Language) -> dict[str, str]:
    """The market's name and the address of its page."""
    address = "" if market in HOSTS else market_address(market, lang)
    return {"market": names("markets", lang)[market], "href": address}
