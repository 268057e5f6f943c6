-- Which published figures can be compared for the chosen markets?
-- One row per indicator and region in which at least one series (indicator, market, region) has three points and at least
-- one chosen market has a value; the best covered first within its group. Parameter: $markets (list of codes).
-- covered: chosen markets with two points or more; common: years in which two or more have a value; touched: markets with
-- any; points: their points together.
with long_enough as (
    select series.indicator_id
    from series
    where series.market <> 'all'
    group by series.indicator_id
    having max(series.points) >= 3
),

years as (
    select comparable.indicator_id, comparable.region, comparable.year, count(*) as markets
    from comparable
    where list_contains($markets::varchar[], comparable.market)
    group by comparable.indicator_id, comparable.region, comparable.year
),

in_common as (
    select years.indicator_id, years.region, count(*) filter (where years.markets >= 2) as common
    from years
    group by years.indicator_id, years.region
)

select
    series.indicator_id,
    series.region,
    series.group_id,
    series.unit,
    count(*) filter (where series.points >= 2) as covered,
    in_common.common,
    count(*) as touched,
    sum(series.points) as points,
    max(series.last_year) as last_year
from series
inner join long_enough on series.indicator_id = long_enough.indicator_id
inner join in_common on series.indicator_id = in_common.indicator_id and series.region = in_common.region
inner join indicator_groups on series.group_id = indicator_groups.group_id
where series.market <> 'all' and list_contains($markets::varchar[], series.market)
group by
    series.indicator_id, series.region, series.group_id, series.unit, in_common.common, indicator_groups.position
order by
    indicator_groups.position, covered desc, in_common.common desc, touched desc, points desc, series.indicator_id,
    series.region
