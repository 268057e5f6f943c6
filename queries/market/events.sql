-- Which events connect this market with the city, coming and past?
-- One row per event: the market's own, and the coming ones that are for all countries; coming ones first, soonest
-- first, then the past, newest first. coming, running: see events_of; for_all: it is for all countries.
-- Parameters: $market (code), $today (date). May be null: month, day, end_year, end_month, end_day.
select
    event.event_id,
    event.kind,
    event.year,
    event.month,
    event.day,
    event.end_year,
    event.end_month,
    event.end_day,
    event.coming,
    event.running,
    event.for_all,
    event.title_en,
    event.title_de,
    event.place_en,
    event.place_de,
    event.source_id
from events_of([$market::varchar], [], '', 0, 9999, $today::date) as event
where event.coming or not event.for_all
order by
    event.coming desc,
    case when event.coming then event.begun_day end,
    event.year desc,
    event.month desc nulls last,
    event.day desc nulls last,
    event.event_id
