-- Which dates come next, and which fairs and delegations were there last?
-- One row per date, at most $rows per when_code: 'next' (not over on $today, soonest first), 'last' (fairs, delegations and
-- trips that ended in the 24 months before, newest first; those whose title has a remark in brackets or after a comma or
-- colon only where there are too few others). Parameters: $today (date), $rows.
-- coming, running: see events_of.
-- May be null: month, day, end_year, end_month, end_day.
with dated as (
    select
        event.*,
        if(event.coming, 'next', 'last') as when_code,
        not event.coming and regexp_matches(event.title_en, '[(,:;]') as remarked
    from events_of([], [], '', 0, 9999, $today::date) as event
)

select
    dated.when_code,
    row_number() over (
        partition by dated.when_code
        order by
            case when dated.when_code = 'next' then dated.first_day end,
            dated.remarked,
            dated.first_day desc,
            dated.event_id
    ) as place,
    dated.event_id,
    dated.year,
    dated.month,
    dated.day,
    dated.end_year,
    dated.end_month,
    dated.end_day,
    dated.coming,
    dated.running,
    dated.kind,
    dated.market,
    dated.title_en,
    dated.title_de,
    dated.place_en,
    dated.place_de,
    dated.source_id,
    dated.publisher
from dated
where
    dated.when_code = 'next'
    or (
        dated.kind in ('trade-fair', 'inbound-delegation', 'outbound-trip')
        and dated.last_day >= $today::date - interval 24 month
    )
qualify place <= $rows::integer
order by
    dated.when_code desc,
    case when dated.when_code = 'next' then dated.first_day end,
    dated.first_day desc,
    dated.event_id
