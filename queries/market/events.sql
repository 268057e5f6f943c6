-- Which events connect this market with the city, coming and past?
-- One row per event: the market's own, and the coming ones that are for all countries; coming ones first, soonest
-- first, then the past, newest first. coming: its last possible day (day or month may be unknown) is not before $today.
-- Parameters: $market (code), $today (date).
with dated as (
    select
        events.*,
        case
            when events.month is null then make_date(events.year, 12, 31)
            when events.day is null then last_day(make_date(events.year, events.month, 1))
            else make_date(events.year, events.month, events.day)
        end as latest_day
    from events
    where events.market in ($market::varchar, 'all')
)

select
    dated.event_id,
    dated.market,
    dated.kind,
    dated.year,
    dated.month,
    dated.day,
    dated.latest_day >= $today::date as coming,
    dated.title_en,
    dated.title_de,
    dated.place_en,
    dated.place_de,
    dated.participants,
    dated.exhibitors,
    dated.visitors,
    dated.source_id,
    sources.publisher,
    sources.url
from dated
inner join sources on dated.source_id = sources.source_id
where dated.market = $market::varchar or dated.latest_day >= $today::date
order by
    coming desc,
    case when coming then dated.latest_day end,
    dated.year desc,
    dated.month desc nulls last,
    dated.day desc nulls last,
    dated.event_id
