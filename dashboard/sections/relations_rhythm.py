"""The rhythm: events per year by market or kind, and every event with its source."""

import streamlit as st

from dashboard.charts.base import records
from dashboard.charts.relations import narrow, rhythm
from dashboard.content.figure import Caption
from dashboard.language import Language
from dashboard.screen import filters
from dashboard.screen.entries import Entries, entries, put_entries
from dashboard.screen.figure import Picture, picture, show
from dashboard.screen.html import empty, section
from dashboard.screen.pieces import remembered
from dashboard.screen.sources import sources_of
from dashboard.sections.relations_choice import Choice
from dashboard.sections.relations_words import event_entry, market_names
from dashboard.warehouse import warehouse


def events(choice: Choice, lang: Language) -> None:
    """Picture and list; a click on a bar opens what it counts."""
    section(lang.t("The rhythm"), lang.t("How often something was on, year by year; planned events are drawn hollow."))
    if warehouse().ask("relations/events", **choice.events()).empty:
        empty(lang.t("No event with this choice is on record. Fewer filters or a longer period show more."))
        return
    words = {"market": lang.t("By market"), "kind": lang.t("By kind")}
    by = filters.one(
        lang.t("Rows of the picture"), words, lang, key="by", default="market",
        widget=st.segmented_control, required=True, label_visibility="collapsed",
    )  # fmt: skip
    if clicked := show(drawn(choice, by, lang), lang, key="relations-rhythm", clickable=True):
        _open(clicked, by, choice, lang)
    put_entries(past(choice, lang), lang, key="relations-past")


def row_names(by: str, lang: Language) -> dict[str, str]:
    """What the picture's rows are called."""
    return lang.labels("events", "kind") if by == "kind" else market_names(lang)


@remembered
def drawn(choice: Choice, by: str, lang: Language) -> Picture:
    """Bars per year for each market or kind."""
    rows = warehouse().ask("relations/rhythm", by=by, **choice.events())
    words, busiest = row_names(by, lang), rows.sort_values(["year_events", "year"]).iloc[-1]
    title = lang.t("Events by kind and year") if by == "kind" else lang.t("Events by market and year")
    caption = Caption(
        title,
        lang.t("Number of events, {first}–{last}; filled: past, hollow: coming; with the sum of each row",
               first=int(rows["year"].min()), last=int(rows["year"].max())),
        lang.t("A row of bars each, a bar a year; the tallest bar is that of {name} in {year} with {count} events.",
               name=words[busiest["row_code"]], year=int(busiest["year"]),
               count=lang.number(busiest["year_events"])),
    )  # fmt: skip
    counted = lang.t(
        "Events on record in published sources, as announced or as reported; stops of a trip that are on record by "
        "themselves count too"
    )
    chart = rhythm(rows, words, lang)
    return picture(chart, caption, sources_of(rows, counted=counted), lang, narrow=narrow(chart))


@remembered
def past(choice: Choice, lang: Language) -> Entries:
    """Past events, newest first; of chosen markets their own, among which those for all countries would drown them."""
    rows = [row for row in records(warehouse().ask("relations/events", **choice.events())) if not row["coming"]]
    said = lang.t("Newest first, each with its source")
    if choice.markets:
        rows = [row for row in rows if not row["for_all"]]
        said += "; " + lang.t("events for all countries open with a click in the chart above")
    return entries(
        lang.t("What has been"),
        said,
        [event_entry(row, lang) for row in rows],
        nothing=lang.t("Nothing past is on record with this choice."),
        shown=10,
        wide=True,
    )


def _open(clicked: str, by: str, choice: Choice, lang: Language) -> None:
    """The events behind a bar, in a dialog; `clicked` is `code|year`."""
    code, year = clicked.rsplit("|", 1)
    asked = choice.events() | {"first": int(year), "last": int(year)}
    found = warehouse().ask("relations/events", **asked)
    rows = [row for row in records(found) if row["market" if by == "market" else "kind"] == code]
    title = f"{row_names(by, lang)[code]} {year}"
    ready = entries("", "", [event_entry(row, lang) for row in rows], nothing="", shown=len(rows))
    st.dialog(title, width="large")(st.html)(ready.html)
