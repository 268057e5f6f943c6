"""Institutions: when desks, chambers, consulates, schools and networks began, and which of them have no known year."""

from typing import Any

import pandas as pd

from dashboard.charts.base import records
from dashboard.charts.relations_beginnings import beginnings, narrow
from dashboard.content.figure import Caption
from dashboard.language import Language
from dashboard.screen import filters
from dashboard.screen.entries import Entries, Entry, entries, put_entries, sourced
from dashboard.screen.figure import Picture, picture
from dashboard.screen.html import empty, render, section
from dashboard.screen.pieces import put, remembered
from dashboard.screen.sources import sources_of
from dashboard.sections.relations_choice import Choice
from dashboard.sections.relations_words import institution_kind, market_link, market_names
from dashboard.warehouse import warehouse


def ask_kinds(lang: Language) -> tuple[str, ...]:
    """The filter of this section."""
    kinds = lang.labels("institutions", "kind")
    return tuple(filters.many(
        lang.t("Kinds of institutions"), kinds, lang, key="institutions", default=[], most=len(kinds), width=420,
        placeholder=lang.t("All kinds"),
    ))  # fmt: skip


def institutions(choice: Choice, lang: Language) -> None:
    """Timeline, list, what has no year; then the city's desks."""
    section(
        lang.t("Whom to know, and since when"),
        lang.t("Desks, chambers, consulates, schools and networks by the year they began."),
    )
    kinds = ask_kinds(lang)
    rows = found(choice, kinds)
    if rows.empty:
        empty(lang.t("No institution with this choice is on record."))
        return
    if rows["since_year"].notna().any():
        put(drawn(choice, kinds, lang), lang, key="relations-beginnings")
        put_entries(listed(choice, kinds, lang), lang, key="relations-institutions")
    else:
        empty(lang.t("Of no institution with this choice is the year known in which it began."))
    if words := undated(choice, kinds, lang):
        put(words, lang, key="relations-undated")
    put_entries(desks(choice.markets, lang), lang, key="relations-desks")


def found(choice: Choice, kinds: tuple[str, ...]) -> pd.DataFrame:
    """The institutions of this choice."""
    return warehouse().ask("relations/institutions", markets=choice.markets, kinds=kinds, **choice.period())


@remembered
def drawn(choice: Choice, kinds: tuple[str, ...], lang: Language) -> Picture:
    """The timeline."""
    rows = found(choice, kinds).dropna(subset=["since_year"])
    rows["market"] = rows["market"].fillna("")
    earliest = rows.sort_values("since_year", kind="stable").iloc[0]
    caption = Caption(
        lang.t("The year they began, by market"),
        lang.t("● public bodies  ■ business  ◆ schools and culture  ○ projects and series of events"),
        lang.n("{count} institution by market and year; the earliest is {name}, {year}. The list below says the same.",
               "{count} institutions by market and year; the earliest is {name}, {year}. The list below says the same.",
               int(rows["dated"].iloc[0]), name=lang.pick(earliest, "name"), year=int(earliest["since_year"])),
    )  # fmt: skip
    counted = lang.t(
        "Public bodies: consulates, desks, competence centres, trade promotion; "
        "business: chambers, networks, accelerators, trade fair companies"
    )
    chart = beginnings(rows, market_names(lang), lang)
    return picture(chart, caption, sources_of(rows, counted=counted), lang, narrow=narrow(chart))


@remembered
def listed(choice: Choice, kinds: tuple[str, ...], lang: Language) -> Entries:
    """Those with a year, the newest first."""
    rows = found(choice, kinds).dropna(subset=["since_year"])
    rows = rows.sort_values("since_year", ascending=False, kind="stable")
    return entries(
        lang.t("Since when"),
        lang.t("Newest first, each with its source"),
        [_entry(row, lang) for row in records(rows)],
        nothing="",
        wide=True,
    )


def _entry(row: dict[str, Any], lang: Language) -> Entry:
    when, kind = str(int(row["since_year"])), institution_kind(row, lang)
    return sourced(row, when=when, title=lang.pick(row, "name"), kind=kind, **market_link(row["market"], lang))


@remembered
def undated(choice: Choice, kinds: tuple[str, ...], lang: Language) -> str:
    """Those without a known year, in words, market by market; empty if there are none."""
    rows = found(choice, kinds)
    rows = rows[rows["since_year"].isna()]
    if rows.empty:
        return ""
    rows["market"] = rows["market"].fillna("")
    groups = [
        {
            **market_link(str(market), lang),
            "market": market_names(lang)[str(market)],
            "code": str(market).lower(),
            "found": [_named(row, lang) for row in records(own)],
        }
        for market, own in rows.groupby("market", sort=False)
    ]
    subtitle = lang.n("{count} institution is on record without the year it began",
                      "{count} institutions are on record without the year they began",
                      int(rows["undated"].iloc[0]))  # fmt: skip
    return render("undated", title=lang.t("Year not known"), subtitle=subtitle, groups=groups)


def _named(row: dict[str, Any], lang: Language) -> dict[str, Any]:
    return {"name": lang.pick(row, "name"), "kind": institution_kind(row, lang), "url": row["url"],
            "source": row["publisher"]}  # fmt: skip


@remembered
def desks(markets: tuple[str, ...], lang: Language) -> Entries:
    """The city's desks with the markets they look after."""
    rows = records(warehouse().ask("relations/desks", markets=markets))
    return entries(
        lang.t("The city’s desks"),
        lang.t("Who looks after which market"),
        [_desk(row, lang) for row in rows],
        nothing=lang.t("None of the chosen markets has a desk of its own."),
        wide=True,
    )


def _desk(row: dict[str, Any], lang: Language) -> Entry:
    year, month = row["since_year"], row["since_month"]
    when = lang.month(year, month) if pd.notna(year) else "–"
    first, *others = list(row["markets"])
    names = market_names(lang)
    return sourced(row, when=when, title=lang.pick(row, "name"), text=lang.pick(row, "focus"),
                   kind=", ".join(names[market] for market in others), **market_link(first, lang))  # fmt: skip
