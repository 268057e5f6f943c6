-- How fast does the published number of each market's companies here grow?
-- One row per market, for the first of its series that tell it (see series, and indicator_roles for those looked at); its
-- newest value is fresh beside the newest of all markets. Bounds (more than 400) are left out: growth from or to them is not
-- known. raw is the mean growth a year (compound annual growth rate; 0.05 = 5 percent) from the first value of the ten years
-- before the newest. year, since_year, facts, exact as in outlook_projects.
with dated as (
    select
        published.*,
        role_series.position,
        max(published.year) over (
            partition by published.market, published.indicator_id, published.region
        ) as newest,
        max(published.year) over () as latest
    from role_series
    inner join published
        on
            role_series.indicator_id = published.indicator_id
            and role_series.market = published.market
            and role_series.region = published.region
    where
        role_series.role = 'outlook-companies'
        and published.market <> 'all'
        and published.qualifier in ('exact', 'approx')
),

grown as (
    select
        dated.market,
        dated.indicator_id,
        dated.region,
        dated.newest as year,
        min(dated.year) as since_year,
        count(*) as facts,
        arg_min(dated.qualifier, dated.year) = 'exact' and arg_max(dated.qualifier, dated.year) = 'exact' as exact,
        power(
            arg_max(dated.value, dated.year) / nullif(arg_min(dated.value, dated.year), 0),
            1.0e0 / nullif(dated.newest - min(dated.year), 0)
        ) - 1 as raw,
        list_sort(list(distinct dated.source_id)) as source_ids,
        dated.position
    from dated
    where dated.year >= dated.newest - 10 and fresh(dated.newest, dated.latest)
    group by dated.market, dated.indicator_id, dated.region, dated.newest, dated.position
    having count(*) >= 2
),

placed as (
    select
        grown.*,
        row_number() over (partition by grown.market order by grown.position) as turn
    from grown
    where grown.raw is not null
)

select
    placed.market,
    placed.indicator_id,
    placed.region,
    placed.year,
    placed.since_year,
    placed.facts,
    placed.exact,
    placed.raw,
    placed.source_ids
from placed
where placed.turn = 1
