-- How fast does the published number of each market's companies here grow?
-- One row per market, for the series (one definition of a company in one region: city, region, chamber district or NRW) with
-- the newest value, of several the one with most values; its newest value is at most five years older than the newest of
-- all markets. Bounds (more than 400) are left out: growth from or to them is not known. raw is the mean growth a year
-- (compound annual growth rate; 0.05 = 5 percent) from the first value of the ten years before the newest. year, since_year,
-- facts, exact as in outlook_projects.
with series as (
    select
        published.*,
        max(published.year) over (
            partition by published.market, published.indicator_id, published.region
        ) as newest,
        max(published.year) over () as latest
    from published
    where
        published.indicator_id in (
            'companies-city-count', 'companies-china-competence-centre', 'companies-commercial-register',
            'companies-state-agency', 'companies-nrw-earlier-count', 'companies-consulate-survey'
        )
        and published.market <> 'all'
        and published.qualifier in ('exact', 'approx')
        and published.region in ('DUS', 'DUS-REGION', 'IHK-DUS', 'NRW')
),

compared as (
    select
        series.market,
        series.indicator_id,
        series.region,
        series.newest as year,
        min(series.year) as since_year,
        count(*) as facts,
        arg_min(series.qualifier, series.year) = 'exact' and arg_max(series.qualifier, series.year) = 'exact' as exact,
        power(
            arg_max(series.value, series.year) / nullif(arg_min(series.value, series.year), 0),
            1.0 / nullif(series.newest - min(series.year), 0)
        ) - 1 as raw,
        list(distinct series.source_id) as source_ids
    from series
    where series.year >= series.newest - 10 and series.newest >= series.latest - 5
    group by series.market, series.indicator_id, series.region, series.newest
    having count(*) >= 2
),

ranked as (
    select
        compared.*,
        row_number() over (
            partition by compared.market
            order by compared.year desc, compared.facts desc, compared.indicator_id asc, compared.region asc
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
where ranked.position = 1 and ranked.raw is not null
