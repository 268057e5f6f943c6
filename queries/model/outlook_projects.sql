-- How does each market's newest number of investment projects compare with the years before?
-- One row per market, for the newest of its two series (projects in Germany, GTAI; projects in NRW, state agency), of two
-- alike the one with more values: raw is the newest value over the mean of the values of the five years before, of which
-- two at least must be known, minus 1 (0.2 = a fifth more); the newest is at most two years older than that of all.
-- year, since_year: newest and oldest value that take part; facts: how many; exact: none is rounded or a bound.
with series as (
    select
        published.*,
        max(published.year) over (partition by published.market, published.indicator_id) as newest,
        max(published.year) over () as latest
    from published
    where
        (published.indicator_id = 'fdi-projects-gtai' and published.region = 'DE')
        or (published.indicator_id = 'fdi-projects-state-agency' and published.region = 'NRW')
),

compared as (
    select
        series.market,
        series.indicator_id,
        series.region,
        series.newest as year,
        min(series.year) as since_year,
        count(*) as facts,
        bool_and(series.qualifier = 'exact') as exact,
        max(series.value) filter (where series.year = series.newest)
        / avg(series.value) filter (where series.year < series.newest) - 1 as raw,
        list(distinct series.source_id) as source_ids
    from series
    where
        series.year >= series.newest - 5
        and series.newest >= series.latest - 2
        and series.market <> 'all'
    group by series.market, series.indicator_id, series.region, series.newest
    having count(*) >= 3 and avg(series.value) filter (where series.year < series.newest) > 0
),

ranked as (
    select
        compared.*,
        row_number() over (
            partition by compared.market
            order by compared.year desc, compared.facts desc, compared.region asc
        ) as position
    from compared
)

select
    ranked.market,
    ranked.indicator_id,
    ranked.region,
    ranked.year,
    ranked.since_year,
    ranked.facts,
    ranked.exact,
    ranked.raw,
    ranked.source_ids
from ranked
where ranked.position = 1
