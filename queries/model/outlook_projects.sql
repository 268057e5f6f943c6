-- How does each market's newest number of investment projects compare with the years before?
-- One row per market, for the newest of its series that tell it, of two alike the first (see series; indicator_roles says
-- which are looked at): raw is the newest value over the mean of the values of the five years before, of which two at least
-- must be known, minus 1 (0.2 = a fifth more); the newest is at most two years older than that of all. year, since_year:
-- newest and oldest value that take part; facts: how many; exact: none is rounded or a bound.
with dated as (
    select
        published.*,
        role_series.last_year,
        role_series.position,
        max(published.year) over () as latest
    from role_series
    inner join published
        on
            role_series.indicator_id = published.indicator_id
            and role_series.market = published.market
            and role_series.region = published.region
    where role_series.role = 'outlook-projects'
)

select
    dated.market,
    dated.indicator_id,
    dated.region,
    dated.last_year as year,
    min(dated.year) as since_year,
    count(*) as facts,
    bool_and(dated.qualifier = 'exact') as exact,
    max(dated.value) filter (where dated.year = dated.last_year)
    / avg(dated.value) filter (where dated.year < dated.last_year) - 1 as raw,
    list_sort(list(distinct dated.source_id)) as source_ids
from dated
where
    dated.year >= dated.last_year - 5
    and dated.last_year >= dated.latest - 2
    and dated.market <> 'all'
group by dated.market, dated.indicator_id, dated.region, dated.last_year, dated.position
having count(*) >= 3 and avg(dated.value) filter (where dated.year < dated.last_year) > 0
qualify row_number() over (partition by dated.market order by dated.last_year desc, dated.position) = 1
