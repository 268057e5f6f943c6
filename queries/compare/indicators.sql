-- Which published figures can be compared for the chosen markets?
-- One row per indicator and region in which at least one series (indicator, market, region) has three points and at least
-- one chosen market has a value; the best covered first within its group. Parameter: $markets (list of codes).
-- covered: chosen markets with two points or more; common: years in which two or more have a value; touched: markets with
-- any; points: their points together.
with series as (
    select
        comparable.indicator_id,
        comparable.region,
        comparable.market,
        count(*) as points,
        max(comparable.year) as last_year
    from comparable
    group by comparable.indicator_id, comparable.region, comparable.market
),

long_enough as (
    select series.indicator_id
    from series
    group by series.indicator_id
    having max(series.points) >= 3
),

chosen_years as (
    select comparable.indicator_id, comparable.region, comparable.year, count(*) as markets
    from comparable
    where list_contains($markets::varchar[], comparable.market)
    group by comparable.indicator_id, comparable.region, comparable.year
),

in_common as (
    select chosen_years.indicator_id, chosen_years.region, count(*) filter (where chosen_years.markets >= 2) as common
    from chosen_years
    group by chosen_years.indicator_id, chosen_years.region
),

chosen as (
    select
        series.indicator_id,
        series.region,
        count(*) filter (where series.points >= 2) as covered,
        count(*) as touched,
        sum(series.points) as points,
        max(series.last_year) as last_year
    from series
    inner join long_enough on series.indicator_id = long_enough.indicator_id
    where list_contains($markets::varchar[], series.market)
    group by series.indicator_id, series.region
)

select
    chosen.indicator_id,
    chosen.region,
    indicator_types.group_id,
    indicator_types.unit,
    indicator_types.name_en,
    indicator_types.name_de,
    indicator_types.definition_en,
    indicator_types.definition_de,
    chosen.covered,
    in_common.common,
    chosen.touched,
    chosen.points,
    chosen.last_year
from chosen
inner join in_common on chosen.indicator_id = in_common.indicator_id and chosen.region = in_common.region
inner join indicator_types on chosen.indicator_id = indicator_types.indicator_id
order by
    list_position(
        ['companies', 'investment', 'jobs', 'people', 'talent', 'trade', 'fairs', 'tourism'], indicator_types.group_id
    ) nulls last,
    chosen.covered desc,
    in_common.common desc,
    chosen.touched desc,
    chosen.points desc,
    chosen.indicator_id,
    chosen.region
