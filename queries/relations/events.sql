-- Which events are in this choice, newest first?
-- One row per event, with whether it is coming. Parameters: $markets, $kinds (codes, an empty list is all), $theme (code,
-- '' is any), $first, $last (years), $today (date). Events for all countries belong to every market.
with chosen as (
    select
        *,
        last_day >= $today::date as coming
    from event
    where
        (len($markets::varchar[]) = 0 or for_all or list_contains($markets::varchar[], market))
        and (len($kinds::varchar[]) = 0 or list_contains($kinds::varchar[], kind))
        and ($theme::varchar = '' or theme_id = $theme::varchar)
        and year between $first::integer and $last::integer
)

select
    chosen.event_id,
    chosen.market,
    chosen.for_all,
    chosen.kind,
    chosen.theme_id,
    chosen.year,
    chosen.month,
    chosen.day,
    chosen.coming,
    chosen.title_en,
    chosen.title_de,
    chosen.place_en,
    chosen.place_de,
    chosen.participants,
    chosen.exhibitors,
    chosen.visitors,
    chosen.source_id,
    sources.publisher,
    sources.url
from chosen
inner join sources on chosen.source_id = sources.source_id
order by chosen.year desc, chosen.month desc nulls last, chosen.day desc nulls last, chosen.event_id
