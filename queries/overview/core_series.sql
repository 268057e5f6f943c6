-- Which single series of published company counts describes each core market best, and what are its points?
-- One row per core market and year: of all series (indicator and region) in the group companies that are still alive (last
-- point at most five years older than the market's newest) the one with the most points. value: companies.
with series as (
    select
        published.market,
        published.indicator_id,
        published.region,
        count(*) as points,
        max(published.year) as last_year,
        max(max(published.year)) over (partition by published.market) - 5 as alive_since
    from published
    where published.group_id = 'companies' and published.unit = 'count'
    group by published.market, published.indicator_id, published.region
),

ranked as (
    select
        series.market,
        series.indicator_id,
        series.region,
        row_number() over (
            partition by series.market
            order by series.last_year >= series.alive_since desc, series.points desc, series.region, series.indicator_id
        ) as position
    from series
    inner join markets on series.market = markets.market
    where markets.core
)

select
    published.market,
    published.indicator_id,
    published.region,
    indicator_types.name_en,
    indicator_types.name_de,
    published.year,
    published.value,
    published.qualifier,
    published.source_id
from ranked
inner join published
    on
        ranked.market = published.market
        and ranked.indicator_id = published.indicator_id
        and ranked.region = published.region
inner join indicator_types on ranked.indicator_id = indicator_types.indicator_id
where ranked.position = 1
order by published.market, published.year
