-- Which events are on record, between which days can each have begun, and who reports them?
-- One row per event. first_day, begun_day: the earliest and latest possible day on which it began (day or month may be
-- unknown); last_day: the latest possible day of its end. An event is coming on a given day if its last_day is not before
-- that day, and running if begun_day is not after it. for_all: it concerns all countries, not one market.
select
    events.event_id,
    events.year,
    events.month,
    events.day,
    events.end_year,
    events.end_month,
    events.end_day,
    events.kind,
    events.market,
    events.place_en,
    events.place_de,
    events.theme_id,
    events.title_en,
    events.title_de,
    events.participants,
    events.exhibitors,
    events.visitors,
    events.source_id,
    make_date(events.year, coalesce(events.month, 1), coalesce(events.day, 1)) as first_day,
    latest_day(events.year, events.month, events.day) as begun_day,
    if(
        events.end_year is null,
        latest_day(events.year, events.month, events.day),
        latest_day(events.end_year, events.end_month, events.end_day)
    ) as last_day,
    events.market = 'all' as for_all,
    sources.publisher,
    sources.url
from events
inner join sources on events.source_id = sources.source_id
