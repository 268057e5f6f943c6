-- Which events connect this market with the city, coming and past?
-- One row per event: the market's own, and the coming ones that are for all countries; coming ones first, soonest
-- first, then the past, newest first. coming: its last possible day (day or month may be unknown) is not before $today.
-- Parameters: $market (code), $today (date).
select
    event.event_id,
    event.market,
    event.kind,
    event.year,
    event.month,
    event.day,
    event.last_day >= $today::date as coming,
    event.title_en,
    event.title_de,
    event.place_en,
    event.place_de,
    event.participants,
    event.exhibitors,
    event.visitors,
    event.source_id,
    event.publisher,
    event.url
from event
where event.market = $market::varchar or (event.for_all and coming)
order by
    coming desc,
    case when coming then event.last_day end,
    event.year desc,
    event.month desc nulls last,
    event.day desc nulls last,
    event.event_id
