"""What is coming, as an iCalendar file (RFC 5545) that calendars can subscribe to."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import quote

import icalendar

from dashboard.content.sources import Source, source_by_id
from dashboard.language import Language
from dashboard.questions import relations
from dashboard.questions.relations import EventsRow
from dashboard.settings import settings
from dashboard.warehouse import warehouse


def calendar_file(markets: Sequence[str], lang: Language) -> bytes:
    """The coming and running events of these markets (of all without one) whose days are known."""
    today = settings().current_date()
    found = relations.events(markets=markets, kinds=(), theme="", first=date.min.year, last=date.max.year, today=today)
    rows = [row for row in found if row.coming and row.day]
    names = [lang.name("markets", code) for code in markets]
    made = icalendar.Calendar()
    made.add("prodid", "-//Pocket World//calendar//EN")
    made.add("version", "2.0")
    made.add("x-wr-calname", " · ".join([lang.organisation, *names]))
    made.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    sources = source_by_id(rows)
    for row in rows:
        made.add_component(_event(row, sources[row.source_id], today, lang))
    written: bytes = made.to_ical()
    return written


def _event(row: EventsRow, source: Source, today: date, lang: Language) -> icalendar.Event:
    """Whole days; the end of such an event is the day after its last (RFC 5545, 3.6.1)."""
    begin = date(row.year, row.month or 1, row.day or 1)
    last = date(row.end_year, row.end_month, row.end_day) if row.end_year and row.end_month and row.end_day else begin
    made = icalendar.Event()
    made.add("uid", f"{row.event_id}@{quote(warehouse().city.place)}")
    made.add("dtstamp", datetime.combine(today, time(), UTC))
    made.add("dtstart", begin)
    made.add("dtend", last + timedelta(days=1))
    made.add("summary", lang.text(row.title))
    made.add("location", lang.text(row.place))
    made.add("description", f"{lang.label('events', 'kind', row.kind)} · {source.publisher}")
    if source.url:
        made.add("url", source.url)
    return made
