-- Which events connect this market with the city, coming and past?
-- One row per event: the market's own, and the coming ones that are for all countries; coming ones first, soonest
-- first, then the past, newest first. coming: its last possible day (day or month may be unknown) is not before $today;
-- running: it has begun;
-- for_all: it is for all countries. Parameters: $market (code), $today (date). May be null: month, day, end_year,
-- end_month, end_day.
select
    event.event_id,
    event.kind,
    event.year,
    event.month,
    event.day,
    event.end_year,
    event.end_month,
    event.end_day,
    event.last_day >= $today::date as coming,
    event.last_day >= $today::date and event.begun_day <= $today::date as running,
    event.for_all,
    event.title_en,
    event.title_de,
    event.place_en,
    event.place_de,
    event.source_id
from event
where event.market = $market::varchar or (event.for_all and coming)
order by
    coming desc,
    case when coming then event.last_day end,
    event.year desc,
    event.month desc nulls last,
    event.day desc nulls last,
    event.event_id
