"""The network: signals, events past and coming, institutions."""

from dashboard.app_pages.market.choice import Subject
from dashboard.content.day import iso
from dashboard.content.events import course
from dashboard.content.internal import tag
from dashboard.content.kept import remembered
from dashboard.content.own_file import calendar_link
from dashboard.content.parts import Beside, Entries, Entry, Section
from dashboard.content.signals import signals_of
from dashboard.content.sources import Source, source_by_id
from dashboard.language import NOTHING, Language
from dashboard.questions import market
from dashboard.questions.market import EventsRow, InstitutionsRow

Sourced = dict[str, Source]


@remembered
def network(subject: Subject, lang: Language) -> Section:
    """Three lists side by side; what one of them lacks it says itself."""
    said = signals_of(
        subject.market, "market-signals", lang.t("Signals"), lang.t("No signal on this market is on record."), lang
    )
    lists = (said, events(subject, lang), institutions(subject, lang))
    return Section(
        "network",
        lang.t("Network, dates and signals"),
        lang.t("Whom to know, what is on, and which way things point."),
        parts=(
            Beside(tuple((one,) for one in lists), (1, 1, 1)),
            calendar_link(lang.t("Subscribe to the coming dates (calendar file)"), (subject.market,)),
        ),
    )


def institutions(subject: Subject, lang: Language) -> Entries:
    """Consulates, chambers, schools, networks."""
    rows = market.institutions(market=subject.market)
    sources = source_by_id(rows)
    return Entries(
        "market-institutions",
        lang.t("Institutions"),
        lang.t("Year of founding where known"),
        tuple(_institution(row, sources, lang) for row in rows),
        lang.t("No institution of this market is on record here."),
    )


def _institution(row: InstitutionsRow, sources: Sourced, lang: Language) -> Entry:
    when = NOTHING if row.since_year is None else str(row.since_year)
    kind = _listed(lang.label("institutions", "kind", row.kind), lang.name("places", row.city))
    source = sources.get(row.source_id)
    return Entry(when, lang.text(row.name), kind, source=source, date=iso(row.since_year), tag=tag(row, lang))


def events(subject: Subject, lang: Language) -> Entries:
    """What is coming, then what was."""
    rows = market.events(market=subject.market, today=subject.today)
    sources = source_by_id(rows)
    coming = sum(row.coming for row in rows)
    ahead = lang.n("{count} coming, then the past ones", "{count} coming, then the past ones", coming)
    return Entries(
        "market-events",
        lang.t("Events"),
        ahead if coming else lang.t("None coming on record; the past ones, newest first"),
        tuple(_event(row, sources, lang) for row in rows),
        lang.t("No event with this market is on record."),
    )


def _event(row: EventsRow, sources: Sourced, lang: Language) -> Entry:
    kind = _listed(
        course(row, lang),
        lang.label("events", "kind", row.kind),
        lang.text(row.place),
        lang.t("for all countries") if row.for_all else "",
    )
    when = lang.month(row.year, row.month, row.day)
    source = sources.get(row.source_id)
    return Entry(
        when, lang.text(row.title), kind, source=source, date=iso(row.year, row.month, row.day), tag=tag(row, lang)
    )


def _listed(*words: str) -> str:
    return " · ".join(filter(None, words))
