"""Agreements and delegations, schools, signals: what is done for people who come, each with its source."""

from dashboard.app_pages.talent.choice import Choice
from dashboard.app_pages.talent.subjects import Subject, told
from dashboard.content.day import iso
from dashboard.content.internal import tag
from dashboard.content.kept import remembered
from dashboard.content.offers import market_page
from dashboard.content.parts import Beside, Entries, Entry, Section
from dashboard.content.signals import ARROWS
from dashboard.content.sources import Source, source_by_id
from dashboard.language import Language
from dashboard.questions import talent
from dashboard.questions.talent import AgreementsRow, SchoolsRow, SignalsRow

SHOWN = 9  # entries of a longer list that stand on the page


@remembered
def lists(choice: Choice, lang: Language) -> Section:
    """The three lists side by side, then partnerships in numbers."""
    if not choice.markets:
        return Section("lists")
    partnerships = Subject(
        "schools",
        "talent-partnerships",
        lang.t("partnerships of schools and universities"),
        lang.t("Partnerships of schools and universities"),
    )
    columns = ((agreements(choice, lang),), (schools(choice, lang),), (signals(choice, lang),))
    return Section(
        "lists",
        lang.t("Agreements, schools, signals"),
        _rule(lang),
        parts=(Beside(columns, (1.2, 1, 1)), *told(partnerships, choice, lang)),
    )


def _rule(lang: Language) -> str:
    """How agreements, events and signals are chosen."""
    return lang.t(
        "Chosen by rule: every event, project or network and every signal of the chosen markets whose text contains "
        "one of these words or beginnings of words: {words} (or a German "
        "counterpart); schools by their kind.",
        words=", ".join(row.word for row in talent.words() if row.lang == lang.code),
    )


def _words() -> tuple[str, ...]:
    """The words of both languages, each once."""
    return tuple(dict.fromkeys(row.word for row in talent.words()))


def agreements(choice: Choice, lang: Language) -> Entries:
    """Agreements, delegations, trips and projects."""
    rows = talent.agreements(markets=choice.markets, words=_words(), today=choice.today)
    sources = source_by_id(rows)
    return Entries(
        "talent-agreements",
        lang.t("Agreements and delegations"),
        lang.t("With projects and networks (year they began); newest first"),
        tuple(_agreement(row, sources[row.source_id], lang) for row in rows),
        nothing=lang.t("No agreement or delegation about talent is on record for these markets."),
        shown=SHOWN,
    )


def _agreement(row: AgreementsRow, source: Source, lang: Language) -> Entry:
    table = "events" if row.record == "event" else "institutions"
    kind = lang.label(table, "kind", row.kind)
    place = lang.text(row.place) or lang.name("places", row.city)
    return Entry(
        lang.month(row.year, row.month, row.day) if row.year else "–",
        lang.text(row.title),
        " · ".join(filter(None, [lang.t("coming") if row.coming else "", kind, place])),
        lang.text(row.text),
        source,
        lang.name("markets", row.market),
        market_page(row.market),
        date=iso(row.year, row.month, row.day),
        tag=tag(row, lang),
    )


def schools(choice: Choice, lang: Language) -> Entries:
    """Schools, day nurseries and school partnerships."""
    rows = talent.schools(markets=choice.markets)
    sources = source_by_id(rows)
    return Entries(
        "talent-schools",
        lang.t("Schools"),
        lang.t("Year of founding where known"),
        tuple(_school(row, sources[row.source_id], lang) for row in rows),
        nothing=lang.t("No school of these markets is on record."),
        shown=SHOWN,
    )


def _school(row: SchoolsRow, source: Source, lang: Language) -> Entry:
    return Entry(
        str(row.since_year or "–"),
        lang.text(row.name),
        lang.name("places", row.city),
        lang.text(row.description),
        source,
        lang.name("markets", row.market),
        market_page(row.market),
        date=iso(row.since_year),
        tag=tag(row, lang),
    )


def signals(choice: Choice, lang: Language) -> Entries:
    """What published sources say about talent."""
    rows = talent.signals(markets=choice.markets, words=_words())
    sources = source_by_id(rows)
    return Entries(
        "talent-signals",
        lang.t("Signals"),
        lang.t("Statements from published sources, newest first"),
        tuple(_signal(row, sources[row.source_id], lang) for row in rows),
        nothing=lang.t("No signal about talent is on record for these markets."),
    )


def _signal(row: SignalsRow, source: Source, lang: Language) -> Entry:
    return Entry(
        f"{row.year} {ARROWS[row.direction]}",
        lang.text(row.signal),
        lang.label("signals", "direction", row.direction),
        source=source,
        market=lang.name("markets", row.market),
        towards=market_page(row.market),
        date=iso(row.year),
        tag=tag(row, lang),
    )
