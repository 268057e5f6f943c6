-- How concentrated on few sectors were the arrivals of each period?
-- One row per period (1: before 2000, 2: 2000-2009, 3: 2010-2019, 4: 2020 on) in which this market had arrivals. Parameters:
-- $market (code, or all), $theme (focus theme, null for all companies). herfindahl: Herfindahl-Hirschman index, the sum of
-- the squared shares of the sectors (Hirschman 1945, Herfindahl 1950; 1 = a single sector); herfindahl_all: of the
-- arrivals from all markets. arrivals, sectors: how many.
with counted as (
    select
        company.period,
        company.sector_id,
        count(*) as of_all,
        count(*) filter (where $market::varchar = 'all' or company.market = $market::varchar) as arrivals,
        list(distinct company.source_id) filter (
            where $market::varchar = 'all' or company.market = $market::varchar
        ) as source_ids
    from company
    where company.period is not null and ($theme::varchar is null or company.theme_id = $theme::varchar)
    group by company.period, company.sector_id
),

shares as (
    select
        counted.*,
        counted.arrivals / nullif(sum(counted.arrivals) over (partition by counted.period), 0) as share,
        counted.of_all / sum(counted.of_all) over (partition by counted.period) as share_all
    from counted
)

select
    shares.period,
    cast(sum(shares.arrivals) as bigint) as arrivals,
    count(*) filter (where shares.arrivals > 0) as sectors,
    sum(shares.share * shares.share) as herfindahl,
    sum(shares.share_all * shares.share_all) as herfindahl_all,
    list_distinct(flatten(list(shares.source_ids) filter (where shares.source_ids is not null))) as source_ids
from shares
group by shares.period
having sum(shares.arrivals) > 0
order by shares.period
