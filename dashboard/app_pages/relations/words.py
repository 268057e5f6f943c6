"""How events and institutions stand in lists on this page."""

from dashboard.content.day import iso
from dashboard.content.events import course
from dashboard.content.internal import tag
from dashboard.content.offers import market_page, whose
from dashboard.content.parts import Entry
from dashboard.content.sources import Source
from dashboard.language import Language
from dashboard.questions.relations import EventsRow, InstitutionsRow, NearestRow


def event_kind(row: EventsRow, lang: Language) -> str:
    """`Messe · Bonn · Life Sciences · 3.637 Aussteller`."""
    numbers = []
    if row.participants is not None:
        numbers.append(lang.n("{count} participant", "{count} participants", row.participants))
    if row.exhibitors is not None:
        numbers.append(lang.n("{count} exhibitor", "{count} exhibitors", row.exhibitors))
    if row.visitors is not None:
        numbers.append(lang.n("{count} visitor", "{count} visitors", row.visitors))
    words = [lang.label("events", "kind", row.kind), lang.text(row.place), lang.name("themes", row.theme_id), *numbers]
    return " · ".join(filter(None, words))


def event_entry(row: EventsRow, sources: dict[str, Source], lang: Language) -> Entry:
    """An event as a line of a list."""
    return Entry(
        day_of(row, lang),
        lang.text(row.title),
        " · ".join(filter(None, [course(row, lang), event_kind(row, lang)])),
        source=sources[row.source_id],
        market=whose(row.market, lang),
        towards=market_page(row.market),
        date=iso(row.year, row.month, row.day),
        tag=tag(row, lang),
    )


def day_of(row: EventsRow | NearestRow, lang: Language) -> str:
    """When an event is, as exact as is known."""
    return lang.month(row.year, row.month, row.day)


def institution_kind(row: InstitutionsRow, lang: Language) -> str:
    """`Kammer · Bonn`."""
    words = [lang.label("institutions", "kind", row.kind), lang.name("places", row.city)]
    return " · ".join(filter(None, words))
