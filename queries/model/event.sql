-- Which events are on record, between which days can each have begun, and who reports them?
-- One row per event. first_day, last_day: the earliest and latest possible day (day or month may be unknown). An event is
-- coming on a given day if its last_day is not before that day. for_all: it concerns all countries, not one market.
select
    events.* exclude (visibility),
    make_date(events.year, coalesce(events.month, 1), coalesce(events.day, 1)) as first_day,
    case
        when events.month is null then make_date(events.year, 12, 31)
        when events.day is null then last_day(make_date(events.year, events.month, 1))
        else make_date(events.year, events.month, events.day)
    end as last_day,
    events.market = 'all' as for_all,
    sources.publisher,
    sources.url
from events
inner join sources on events.source_id = sources.source_id
