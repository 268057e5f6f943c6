"""Institutions: when desks, chambers, consulates, schools and networks began, and which of them have no known year."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby

from dashboard.app_pages.relations.charts.beginnings import beginnings
from dashboard.app_pages.relations.choice import Choice
from dashboard.app_pages.relations.words import institution_kind
from dashboard.content.day import iso
from dashboard.content.figure import Caption, Figure
from dashboard.content.groups import Group, Groups, Member
from dashboard.content.internal import tag
from dashboard.content.kept import remembered
from dashboard.content.offers import market_name, market_page, whose
from dashboard.content.part import Part
from dashboard.content.parts import Control, Entries, Entry, HeadCell, Nothing, Section
from dashboard.content.sources import Source, source_by_id, sources_of
from dashboard.language import Language
from dashboard.questions import relations, shared
from dashboard.questions.relations import DesksRow, InstitutionsRow
from dashboard.questions.shared import ContactsRow
from dashboard.values import Market

Rows = Sequence[InstitutionsRow]


@remembered
def institutions(choice: Choice, lang: Language) -> Section:
    """Timeline, list, what has no year; then the city's desks."""
    return Section(
        "institutions",
        lang.t("Whom to know, and since when"),
        lang.t("Desks, chambers, consulates, schools and networks by the year they began."),
        (Control("institutions"), *_parts(choice, lang)),
    )


def _parts(choice: Choice, lang: Language) -> list[Part]:
    kinds = choice.institutions
    rows = relations.institutions(markets=choice.markets, kinds=kinds, first=choice.first, last=choice.last)
    if not rows:
        return [Nothing(lang.t("No institution with this choice is on record."))]
    dated, undated = [row for row in rows if row.since_year], [row for row in rows if not row.since_year]
    none = Nothing(lang.t("Of no institution with this choice is the year known in which it began."))
    return [
        *((timeline(dated, lang), _listed(dated, lang)) if dated else (none,)),
        *([_undated(undated, lang)] if undated else []),
        _desks(choice.markets, lang),
    ]


def timeline(rows: Rows, lang: Language) -> Figure:
    """Each institution at the year it began."""
    earliest = min(rows, key=lambda row: row.since_year or 0)
    caption = Caption(
        lang.t("The year they began, by market"),
        lang.t("● public bodies  ■ business  ◆ schools and culture  ○ projects and series of events"),
        lang.n(
            "{count} institution by market and year; the earliest is {name}, {year}. The list below says the same.",
            "{count} institutions by market and year; the earliest is {name}, {year}. The list below says the same.",
            rows[0].dated,
            name=lang.text(earliest.name),
            year=earliest.since_year,
        ),
    )
    counted = lang.t(
        "Public bodies: consulates, desks, competence centres, trade promotion; "
        "business: chambers, networks, accelerators, trade fair companies"
    )
    names = {row.market: market_name(row.market, lang) for row in rows}
    chart = beginnings(rows, names, lang)
    return Figure("relations-beginnings", chart, caption, tuple(rows), sources_of(rows, counted=counted))


def _listed(rows: Rows, lang: Language) -> Entries:
    """Those with a year, the newest first."""
    sources = source_by_id(rows)
    found = [
        Entry(
            str(row.since_year),
            lang.text(row.name),
            institution_kind(row, lang),
            source=sources[row.source_id],
            market=whose(row.market, lang),
            towards=market_page(row.market),
            date=iso(row.since_year),
            tag=tag(row, lang),
        )
        for row in sorted(rows, key=lambda row: -(row.since_year or 0))
    ]
    said = lang.t("Newest first, each with its source")
    return Entries("relations-institutions", lang.t("Since when"), said, tuple(found), wide=True)


def _undated(rows: Rows, lang: Language) -> Groups:
    """Those without a known year, market by market."""
    sources = source_by_id(rows)
    subtitle = lang.n(
        "{count} institution is on record without the year it began",
        "{count} institutions are on record without the year they began",
        rows[0].undated,
    )
    groups = [
        Group(
            HeadCell(market_name(market, lang), towards=market_page(market), market=market or Market()),
            tuple(_named(row, sources, lang) for row in own),
        )
        for market, own in groupby(rows, lambda row: row.market)
    ]
    return Groups("relations-undated", lang.t("Year not known"), subtitle, tuple(groups), narrow=True)


def _named(row: InstitutionsRow, sources: dict[str, Source], lang: Language) -> Member:
    return Member(
        "", lang.text(row.name), institution_kind(row, lang), source=sources[row.source_id], tag=tag(row, lang)
    )


def _desks(markets: tuple[str, ...], lang: Language) -> Entries:
    """The city's desks with the markets they look after."""
    rows = relations.desks(markets=markets)
    sources = source_by_id(rows)
    people = shared.contacts(markets=markets)
    staff: dict[str | None, list[str]] = defaultdict(list)
    for one in people:
        staff[one.desk_id].append(f"{one.person} ({said})" if (said := tag(one, lang)) else one.person)
    whole = [_whole(one, source_by_id(people), lang) for one in people if one.desk_id is None]
    return Entries(
        "relations-desks",
        lang.t("The city’s desks"),
        lang.t("Who looks after which market"),
        (*whole, *(_desk(row, staff[row.desk_id], sources[row.source_id], lang) for row in rows)),
        nothing=lang.t("None of the chosen markets has a desk of its own."),
        wide=True,
    )


def _whole(row: ContactsRow, sources: dict[str, Source], lang: Language) -> Entry:
    """Someone who works for all markets."""
    return Entry(
        "–",
        row.person,
        lang.t("for all countries"),
        lang.text(row.role),
        sources.get(row.source_id),
        tag=tag(row, lang),
    )


def _desk(row: DesksRow, names: list[str], source: Source, lang: Language) -> Entry:
    """`names`: of those who work there."""
    first, *others = row.markets
    return Entry(
        lang.month(row.since_year, row.since_month) if row.since_year else "–",
        lang.text(row.name),
        ", ".join(lang.name("markets", market) for market in others),
        " · ".join(filter(None, [lang.text(row.focus), lang.join(names)])),
        source,
        lang.name("markets", first),
        market_page(first),
        date=iso(row.since_year, row.since_month),
        tag=tag(row, lang),
    )
