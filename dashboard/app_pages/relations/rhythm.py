"""The rhythm: events per year by market or kind, and every event with its source."""

from dashboard.app_pages.relations.charts.rhythm import cell, rhythm_bars
from dashboard.app_pages.relations.choice import Choice
from dashboard.app_pages.relations.words import event_entry
from dashboard.content.figure import Caption, Figure
from dashboard.content.kept import remembered
from dashboard.content.page import Aside
from dashboard.content.parts import Control, Entries, Entry, Nothing, Section
from dashboard.content.plotted import Form, Plotted
from dashboard.content.sources import source_by_id, sources_of
from dashboard.language import Language
from dashboard.questions import relations
from dashboard.questions.relations import EventsRow, RhythmRow


@remembered
def rhythm(choice: Choice, lang: Language) -> Section:
    """Picture and list; a click on a bar opens what it counts."""
    found = relations.events(**choice.events)
    parts = (Control("by"), bars(choice, lang), past(found, choice, lang)) if found else (Nothing(_none(lang)),)
    text = lang.t("How often something was on, year by year; planned events are drawn hollow.")
    return Section("rhythm", lang.t("The rhythm"), text, parts)


def _none(lang: Language) -> str:
    return lang.t("No event with this choice is on record. Fewer filters or a longer period show more.")


def bars(choice: Choice, lang: Language) -> Figure:
    """Bars per year for each market or kind."""
    rows = relations.rhythm(by=choice.by, **choice.events)
    names = _names(choice, lang)
    counted = lang.t(
        "Events on record in published sources, as announced or as reported; stops of a trip that are on record by "
        "themselves count too"
    )
    chart = rhythm_bars(rows, names, lang)
    plotted = Plotted(Form.STACKED_COLUMNS, x=("year",), y=("events",), by=("row_code",), names=names)
    sources = sources_of(rows, counted=counted)
    caption = _caption(choice, rows, names, lang)
    return Figure("relations-rhythm", chart, caption, rows, sources, clickable=True, plotted=plotted)


def _caption(choice: Choice, rows: tuple[RhythmRow, ...], names: dict[str, str], lang: Language) -> Caption:
    busiest = max(rows, key=lambda row: (row.year_events, row.year))
    by_kind, by_market = lang.t("Events by kind and year"), lang.t("Events by market and year")
    return Caption(
        by_kind if choice.by == "kind" else by_market,
        lang.t(
            "Number of events, {first}–{last}; filled: past, hollow: coming; with the sum of each row",
            first=min(row.year for row in rows),
            last=max(row.year for row in rows),
        ),
        lang.t(
            "A row of bars each, a bar a year; the tallest bar is that of {name} in {year} with {count} events.",
            name=names[busiest.row_code],
            year=busiest.year,
            count=lang.number(busiest.year_events),
        ),
    )


def _names(choice: Choice, lang: Language) -> dict[str, str]:
    """What the picture's rows are called."""
    return lang.labels("events", "kind") if choice.by == "kind" else lang.names("markets")


def past(found: tuple[EventsRow, ...], choice: Choice, lang: Language) -> Entries:
    """Past events, newest first; of chosen markets their own, among which those for all countries would drown them."""
    rows = [row for row in found if not row.coming and not (choice.markets and row.for_all)]
    said = lang.t("Newest first, each with its source")
    if choice.markets:
        said += "; " + lang.t("events for all countries open with a click in the chart above")
    return Entries(
        "relations-past",
        lang.t("What has been"),
        said,
        _listed(rows, lang),
        nothing=lang.t("Nothing past is on record with this choice."),
        shown=10,
        wide=True,
    )


def behind(choice: Choice, lang: Language) -> Aside:
    """The events behind a bar."""
    found = relations.events(**choice.events)
    codes = {row.event_id: row.kind if choice.by == "kind" else row.market for row in found}
    rows = [row for row in found if cell(codes[row.event_id], row.year) == choice.cell]
    if not rows:
        return Aside(lang.t("Events"), (Nothing(_none(lang)),), right=False)
    title = f"{_names(choice, lang)[codes[rows[0].event_id]]} {rows[0].year}"
    listed = Entries("relations-cell", "", "", _listed(rows, lang), shown=len(rows))
    return Aside(title, (listed,), right=False)


def _listed(rows: list[EventsRow], lang: Language) -> tuple[Entry, ...]:
    sources = source_by_id(rows)
    return tuple(event_entry(row, sources, lang) for row in rows)
