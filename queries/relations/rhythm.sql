-- How many events does each market (or kind) have in each year?
-- One row per row of the picture ($by: 'market' or 'kind'), year, coming and kind of event. row_market: the market that
-- the row is about, if it is. cell_events: the row's events of that year, past or coming; year_events: both; row_events: of
-- all years; row_peak: the row's largest year_events. Core markets come first, then by events, what concerns all countries
-- last; within a cell the most frequent kind first. Parameters: $by, $markets, $kinds (codes, an empty list is all), $theme
-- (code, '' is any), $first, $last (years), $today (date). Events for all countries belong to every market.
-- May be null: row_market.
with counted as (
    select
        case when $by::varchar = 'kind' then found.kind else found.market end as row_code,
        found.year,
        found.coming,
        found.kind,
        count(*) as events,
        list_sort(list(distinct found.source_id)) as source_ids
    from
        events_of(
            $markets::varchar[], $kinds::varchar[], $theme::varchar, $first::integer, $last::integer, $today::date
        ) as found
    group by row_code, found.year, found.coming, found.kind
),

totals as (
    select
        *,
        sum(events) over (partition by row_code, year, coming)::integer as cell_events,
        sum(events) over (partition by row_code, year)::integer as year_events,
        sum(events) over (partition by row_code)::integer as row_events
    from counted
)

select
    totals.row_code,
    if($by::varchar = 'market', totals.row_code, null) as row_market,
    totals.year,
    totals.coming,
    totals.kind,
    totals.events,
    totals.cell_events,
    totals.year_events,
    totals.row_events,
    max(totals.year_events) over (partition by totals.row_code) as row_peak,
    totals.source_ids
from totals
left join markets on totals.row_code = markets.market
order by
    totals.row_code = 'all',
    coalesce(markets.core, false) desc,
    totals.row_events desc,
    totals.row_code,
    totals.year,
    totals.coming,
    totals.events desc,
    totals.kind
