-- How concentrated on few sectors were the arrivals of each period?
-- One row per period (see periods) in which this market had two arrivals.
-- Parameters: $market (code, or all), $theme (focus theme, null for all companies). herfindahl: Herfindahl-Hirschman index
-- (Hirschman 1945, Herfindahl 1950; 1 = a single sector) in its unbiased estimate, the sum of n (n - 1) / N (N - 1) over
-- the sectors (Simpson 1949): the plain sum of squared shares cannot fall below 1 / N, so that few arrivals always looked
-- concentrated; herfindahl_all: of the arrivals from all markets. arrivals, sectors: how many.
-- May be null: $theme.
with counted as (
    select
        company.period,
        company.sector_id,
        count(*) as of_all,
        count(*) filter (where $market::varchar = 'all' or company.market = $market::varchar) as arrivals,
        list(company.source_id) filter (
            where $market::varchar = 'all' or company.market = $market::varchar
        ) as source_ids
    from company
    where company.period is not null and ($theme::varchar is null or company.theme_id = $theme::varchar)
    group by company.period, company.sector_id
),

totals as (
    select
        counted.period,
        cast(sum(counted.arrivals) as bigint) as arrivals,
        count(*) filter (where counted.arrivals > 0) as sectors,
        sum(counted.arrivals * (counted.arrivals - 1)) as pairs,
        sum(counted.of_all) as of_all,
        sum(counted.of_all * (counted.of_all - 1)) as pairs_of_all,
        list_sort(list_distinct(flatten(
            list(counted.source_ids) filter (where counted.source_ids is not null)
        ))) as source_ids
    from counted
    group by counted.period
)

select
    totals.period,
    totals.arrivals,
    totals.sectors,
    totals.pairs / (totals.arrivals * (totals.arrivals - 1)) as herfindahl,
    totals.pairs_of_all / (totals.of_all * (totals.of_all - 1)) as herfindahl_all,
    totals.source_ids
from totals
where totals.arrivals >= 2
order by totals.period
