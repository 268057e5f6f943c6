"""Occasions to get in touch with who is here already: round anniversaries, expansions under way, and long silence."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from dashboard.content.day import iso
from dashboard.content.internal import tag
from dashboard.content.moves import step
from dashboard.content.offers import market_page, whose
from dashboard.content.part import Part
from dashboard.content.parts import Beside, Entries, Entry, Section
from dashboard.content.sources import Source, source_by_id
from dashboard.language import Language
from dashboard.link import go
from dashboard.questions.shared import OccasionsRow

Rows = Sequence[OccasionsRow]


def section(part: Part, lang: Language) -> Section:
    """The section that a page has of them."""
    text = lang.t("Whom to congratulate, who is growing, and of whom nothing has been heard for long.")
    return Section("occasions", lang.t("Occasions to get in touch"), text, (part,))


def lists(rows: Rows, lang: Language, *, of_one: bool) -> Beside:
    """Three lists side by side; what one of them lacks it says itself. `of_one`: all are of one market, which the
    entries then need not name."""
    sources = source_by_id(rows)
    found: dict[str, list[Entry]] = defaultdict(list)
    for row in rows:
        found[row.occasion].append(_entry(row, sources, lang, of_one=of_one))
    return Beside(
        tuple(
            (Entries(f"occasions-{occasion}", title, subtitle, tuple(found[occasion]), nothing),)
            for occasion, (title, subtitle, nothing) in _heads(lang).items()
        ),
        (1, 1, 1),
    )


def _heads(lang: Language) -> dict[str, tuple[str, str, str]]:
    """Occasion -> title of its list, what stands in it, what is said of an empty one."""
    return {
        "anniversary": (
            lang.t("Round anniversaries"),
            lang.t("This year and next, by the year of arrival or founding"),
            lang.t("There is none in these two years."),
        ),
        "expansion": (
            lang.t("Expansions under way"),
            lang.t("Their end lies ahead, or they are only announced so far"),
            lang.t("None is on record."),
        ),
        "unheard": (
            lang.label("companies", "status", "unheard"),
            lang.t("With the year of the last news"),
            lang.t("None is on record."),
        ),
    }


def _entry(row: OccasionsRow, sources: dict[str, Source], lang: Language, *, of_one: bool) -> Entry:
    words = (*SAID[row.occasion](row, lang), lang.name("places", row.city))
    return Entry(
        lang.month(row.year, row.month),
        lang.text(row.name),
        " · ".join(filter(None, words)),
        lang.text(row.text),
        sources[row.source_id],
        "" if of_one else whose(row.market, lang),
        None if of_one else market_page(row.market),
        go("companies", company=row.company_id) if row.company_id else None,
        date=iso(row.year, row.month),
        tag=tag(row, lang),
    )


def _anniversary(row: OccasionsRow, lang: Language) -> Iterator[str]:
    """`Kammer · 25 Jahre, seit 2001`."""
    years, since = row.years or 0, row.since
    if row.kind:
        yield lang.label("institutions", "kind", row.kind)
        yield lang.n("{count} year, since {since}", "{count} years, since {since}", years, since=since)
    elif row.of_site:
        yield lang.n(
            "{count} year at this site, since {since}", "{count} years at this site, since {since}", years, since=since
        )
    else:
        yield lang.n("{count} year here, since {since}", "{count} years here, since {since}", years, since=since)
    if row.status == "unknown":
        yield lang.t("Status: {status}", status=lang.label("companies", "status", row.status))


def _expansion(row: OccasionsRow, lang: Language) -> Iterator[str]:
    """`Erweiterung, angekündigt · geplant bis 2027`."""
    yield step(row.kind or "", row.status == "announced", lang)
    yield lang.t("due by {year}", year=row.due_year) if row.due_year else ""


SAID: dict[str, Callable[[OccasionsRow, Language], Iterator[str]]] = {
    "anniversary": _anniversary,
    "expansion": _expansion,
    "unheard": lambda *_: iter(()),  # the list's title says it
}
