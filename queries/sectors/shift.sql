-- How did the mix of arrivals shift between groups of sectors?
-- One row per sector group and period (see periods) with arrivals, groups with
-- the earliest mean arrival first. Sites that left again count: they arrived. Parameters: $market (code, or all), $theme
-- (focus theme, null for all companies). share: of the period's arrivals (0..1); period_total: arrivals of the period;
-- dated of listed: sites with a known year of arrival.
-- May be null: $theme.
with listed as (
    select company.*
    from company
    where
        ($market::varchar = 'all' or company.market = $market::varchar)
        and ($theme::varchar is null or company.theme_id = $theme::varchar)
),

cells as (
    select
        listed.sector_group_id,
        listed.period,
        count(*) as arrivals,
        sum(listed.arrived) as years,
        list_sort(list(distinct listed.source_id)) as source_ids
    from listed
    where listed.period is not null
    group by listed.sector_group_id, listed.period
),

shares as (
    select
        cells.*,
        cast(sum(cells.arrivals) over (partition by cells.period) as bigint) as period_total,
        cast(cells.arrivals as double) / sum(cells.arrivals) over (partition by cells.period) as share,
        sum(cells.years) over (partition by cells.sector_group_id)
        / sum(cells.arrivals) over (partition by cells.sector_group_id) as mean_year
    from cells
)

select
    shares.sector_group_id as sector_id,
    shares.period,
    shares.arrivals,
    shares.period_total,
    shares.share,
    (select count(listed.arrived) from listed) as dated,
    (select count(*) from listed) as listed,
    shares.source_ids
from shares
order by shares.mean_year, sector_id, shares.period
