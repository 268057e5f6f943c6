-- Which dates come next, and which fairs and delegations were there last?
-- One row per date, at most $rows per when_code: 'next' (not over on $today, soonest first), 'last' (fairs, delegations and
-- trips that ended in the 24 months before, newest first; those whose title has a remark in brackets or after a comma or
-- colon only where there are too few others). Parameters: $today (date), $rows.
with dated as (
    select
        event.*,
        case when event.last_day >= $today::date then 'next' else 'last' end as when_code,
        event.last_day < $today::date and regexp_matches(event.title_en, '[(,:;]') as remarked
    from event
),

ordered as (
    select
        dated.*,
        row_number() over (
            partition by dated.when_code
            order by
                case when dated.when_code = 'next' then dated.first_day end,
                dated.remarked,
                dated.first_day desc,
                dated.event_id
        ) as place
    from dated
    where
        dated.when_code = 'next'
        or (
            dated.kind in ('trade-fair', 'inbound-delegation', 'outbound-trip')
            and dated.last_day >= $today::date - interval 24 month
        )
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
order by
    ordered.when_code desc,
    case when ordered.when_code = 'next' then ordered.first_day end,
    ordered.first_day desc,
    ordered.event_id
