"""What is coming: a calendar of the months ahead, or in words when something was last on."""

from dashboard.app_pages.relations.choice import Choice
from dashboard.app_pages.relations.opening import MONTHS, nearest
from dashboard.app_pages.relations.words import day_of, event_kind
from dashboard.content.day import iso
from dashboard.content.events import until
from dashboard.content.groups import Calendar, Group, Member
from dashboard.content.internal import tag
from dashboard.content.kept import remembered
from dashboard.content.offers import market_page, whose
from dashboard.content.own_file import calendar_link
from dashboard.content.part import Part
from dashboard.content.parts import HeadCell, Nothing, Section
from dashboard.content.sources import Source, source_by_id
from dashboard.language import Language
from dashboard.questions import relations
from dashboard.questions.relations import CalendarRow, EventsRow


@remembered
def coming(choice: Choice, lang: Language) -> Section:
    """The calendar, or what stands instead of it."""
    rows = relations.calendar(months=MONTHS, **choice.events)
    months = [lang.month(row.year, row.month) for row in rows if row.month]
    link = calendar_link(lang.t("Subscribe to the coming dates (calendar file)"), choice.markets)
    text = lang.t("Fairs, delegations, receptions on record for {first} to {last}.", first=months[0], last=months[-1])
    return Section("coming", lang.t("What is coming"), text, (_calendar(rows, choice, lang), link))


def _calendar(rows: tuple[CalendarRow, ...], choice: Choice, lang: Language) -> Part:
    """A group for each month; what comes later in a last one."""
    ahead = {row.event_id: row for row in reversed(relations.events(**choice.events)) if row.coming}
    running = [ahead.pop(row.event_id) for row in list(ahead.values()) if row.running]
    if not running and not any(row.event_id for row in rows):
        return Nothing(_nothing(choice, lang))
    sources = source_by_id([*running, *ahead.values()])
    found: dict[str, list[Member]] = {}
    if running:
        found[lang.t("On now")] = [_entry(event, day_of(event, lang), sources, lang) for event in running]
    for row in rows:
        own = found.setdefault(_month(row, lang), [])
        if event := ahead.pop(row.event_id or "", None):
            own.append(_entry(event, _day(event, lang), sources, lang))
    if ahead:
        found[lang.t("Later")] = [_entry(event, day_of(event, lang), sources, lang) for event in ahead.values()]
    months = tuple(Group(HeadCell(name), tuple(own)) for name, own in found.items())
    return Calendar("relations-calendar", months, lang.t("In all other months nothing is on record."))


def _month(row: CalendarRow, lang: Language) -> str:
    if row.month is None:
        return lang.t("{year}, month not known yet", year=row.year)
    return lang.month(row.year, row.month)


def _day(row: EventsRow, lang: Language) -> str:
    """`15.` as the reader writes a day of a month; an en dash where it is not known."""
    if row.day is None:
        return "–"
    return f"{row.day}." if lang.code == "de" else str(row.day)


def _entry(row: EventsRow, day: str, sources: dict[str, Source], lang: Language) -> Member:
    return Member(
        day,
        lang.text(row.title),
        " · ".join(filter(None, [until(row, lang), event_kind(row, lang)])),
        source=sources[row.source_id],
        market=whose(row.market, lang),
        towards=market_page(row.market),
        mark=row.market,
        date=iso(row.year, row.month, row.day),
        tag=tag(row, lang),
    )


def _nothing(choice: Choice, lang: Language) -> str:
    """That nothing is coming soon, what comes later, and when the last one was."""
    said = [lang.t("Nothing is on record for these months with this choice.")]
    if ahead := nearest(choice, "next", lang):
        said.append(lang.t("The next one known is: {event}.", event=ahead))
    if before := nearest(choice, "last", lang):
        said.append(lang.t("The last one was: {event}.", event=before))
    return " ".join(said)
