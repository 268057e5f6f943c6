-- Which dates come next, and what was there last?
-- One row per date, at most $rows per when_code: 'next' (not over on $today, soonest first), 'last' (over, newest first).
-- Parameters: $today (date), $rows.
with dated as (
    select
        event.*,
        case when event.last_day >= $today::date then 'next' else 'last' end as when_code
    from event
),

ordered as (
    select
        dated.*,
        row_number() over (
            partition by dated.when_code
            order by
                case when dated.when_code = 'next' then dated.first_day end,
                dated.first_day desc,
                dated.event_id
        ) as place
    from dated
)

select
    ordered.when_code,
    ordered.place,
    ordered.event_id,
    ordered.year,
    ordered.month,
    ordered.day,
    ordered.kind,
    ordered.market,
    ordered.title_en,
    ordered.title_de,
    ordered.place_en,
    ordered.place_de,
    ordered.source_id,
    sources.publisher
from ordered
inner join sources on ordered.source_id = sources.source_id
where ordered.place <= $rows::integer
order by ordered.when_code desc, ordered.place
