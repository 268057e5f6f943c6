-- How did the mix of arrivals change from period to period?
-- One row per sector and period (see periods) with arrivals: the eight sectors with the most arrivals, earliest mean arrival
-- first, then all other sectors together as `other`, so that a period's rows add up to its total. Sites that left again
-- count: they arrived. Parameter: $market (code). share: of the period's arrivals; period_total: arrivals of the period;
-- dated of listed: sites with a known year of arrival. May be null: mean_year.
with listed as (
    select
        company.*,
        count(*) over () as listed,
        count(company.arrived) over () as dated
    from company
    where company.market = $market::varchar
),

arrivals as (
    select listed.*
    from listed
    where listed.arrived is not null
),

counted as (
    select
        arrivals.sector_id,
        avg(arrivals.arrived) as mean_year,
        count(*) as found,
        max(arrivals.arrived) as last_year
    from arrivals
    where arrivals.sector_id <> 'other'
    group by arrivals.sector_id
),

first_eight as (
    select
        counted.sector_id,
        counted.mean_year
    from counted
    order by counted.found desc, counted.last_year desc, counted.sector_id
    limit 8
),

cells as (
    select
        coalesce(first_eight.sector_id, 'other') as sector_id,
        first_eight.mean_year,
        arrivals.period,
        count(*) as arrivals,
        arrivals.dated,
        arrivals.listed,
        list_sort(list(distinct arrivals.source_id)) as source_ids
    from arrivals
    left join first_eight on arrivals.sector_id = first_eight.sector_id
    group by
        coalesce(first_eight.sector_id, 'other'), first_eight.mean_year, arrivals.period, arrivals.dated, arrivals.listed
)

select
    cells.sector_id,
    cells.mean_year,
    cells.period,
    cells.arrivals,
    sum(cells.arrivals) over (partition by cells.period)::bigint as period_total,
    cells.arrivals / sum(cells.arrivals) over (partition by cells.period) as share,
    cells.dated,
    cells.listed,
    cells.source_ids
from cells
order by cells.mean_year nulls last, cells.sector_id, cells.period
