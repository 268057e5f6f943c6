-- How did the mix of arrivals change from period to period?
-- One row per sector and period (see periods) for the eight sectors with the most arrivals, earliest mean arrival first.
-- Sites that left again count: they arrived. Parameter: $market (code). share: of the period's arrivals; period_total:
-- arrivals of the period in all sectors; dated of listed: sites with a known year of arrival.
with arrivals as (
    select
        company.sector_id,
        company.arrived,
        company.source_id,
        company.period,
        count(*) over () as listed,
        count(company.arrived) over () as dated
    from company
    where company.market = $market::varchar
),

periods as (
    select
        arrivals.period,
        count(*) as period_total
    from arrivals
    where arrivals.arrived is not null
    group by arrivals.period
),

leading_sectors as (
    select
        arrivals.sector_id,
        avg(arrivals.arrived) as mean_year
    from arrivals
    where arrivals.arrived is not null and arrivals.sector_id <> 'other'
    group by arrivals.sector_id
    order by count(*) desc, max(arrivals.arrived) desc, arrivals.sector_id
    limit 8
)

select
    leading_sectors.sector_id,
    leading_sectors.mean_year,
    arrivals.period,
    count(*) as arrivals,
    periods.period_total,
    count(*) / periods.period_total as share,
    arrivals.dated,
    arrivals.listed,
    list(distinct arrivals.source_id) as source_ids
from leading_sectors
inner join arrivals on leading_sectors.sector_id = arrivals.sector_id and arrivals.arrived is not null
inner join periods on arrivals.period = periods.period
group by
    leading_sectors.sector_id, leading_sectors.mean_year, arrivals.period, periods.period_total, arrivals.dated,
    arrivals.listed
order by leading_sectors.mean_year, leading_sectors.sector_id, arrivals.period
