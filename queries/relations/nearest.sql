-- When was the last event of this choice, and when is the next, however far off?
-- One row per direction: when_code 'next' (the soonest coming) and 'last' (the newest past; of the chosen markets' own if
-- there is one).
-- Parameters: $markets, $kinds (codes, an empty list is all), $theme (code, '' is any), $first, $last (years), $today
-- (date). Events for all countries belong to every market.
with chosen as (
    select
        *,
        case when last_day >= $today::date then 'next' else 'last' end as when_code
    from event
    where
        (len($markets::varchar[]) = 0 or for_all or list_contains($markets::varchar[], market))
        and (len($kinds::varchar[]) = 0 or list_contains($kinds::varchar[], kind))
        and ($theme::varchar = '' or theme_id = $theme::varchar)
        and year between $first::integer and $last::integer
),

ordered as (
    select
        *,
        row_number() over (
            partition by when_code
            order by
                case when when_code = 'next' then last_day end,
                for_all and len($markets::varchar[]) > 0,
                last_day desc,
                day is null,
                event_id
        ) as place
    from chosen
)

select
    ordered.when_code,
    ordered.event_id,
    ordered.year,
    ordered.month,
    ordered.day,
    ordered.kind,
    ordered.market,
    ordered.title_en,
    ordered.title_de,
    ordered.source_id
from ordered
where ordered.place = 1
order by ordered.when_code
