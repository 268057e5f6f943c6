-- What do the chosen series say in three findings?
-- One row per finding: leader (first and second in the year in which most markets have a value, the newest of these),
-- growth (largest relative change between the two years that most markets have in common, the widest span deciding) and
-- crossing (the newest year in which one market overtook another). A finding that the data do not allow is missing.
-- Parameters: $markets (list of codes), $indicator, $region. value, other_value in the indicator's unit; growth: value is
-- the relative change (0.11 = 11 percent more). markets: how many took part, of all_markets chosen ones with any value.
with chosen as (
    select comparable.market, comparable.year, comparable.value, comparable.qualifier
    from comparable
    where
        comparable.indicator_id = $indicator::varchar
        and comparable.region = $region::varchar
        and list_contains($markets::varchar[], comparable.market)
),

counted as (
    select count(distinct chosen.market) as all_markets
    from chosen
),

leader_year as (
    select chosen.year, count(*) as markets
    from chosen
    group by chosen.year
    having count(*) >= 2
    order by markets desc, chosen.year desc
    limit 1
),

ranked as (
    select
        chosen.*,
        leader_year.markets,
        row_number() over (order by chosen.value desc, chosen.market asc) as position
    from chosen
    inner join leader_year on chosen.year = leader_year.year
),

growth_years as (
    select oldest.year as since_year, newest.year, count(*) as markets
    from chosen as newest
    inner join chosen as oldest on newest.market = oldest.market and newest.year > oldest.year and oldest.value > 0
    group by oldest.year, newest.year
    having count(*) >= 2
    order by markets desc, newest.year - oldest.year desc, newest.year desc
    limit 1
),

growth as (
    select
        newest.market,
        newest.value / oldest.value - 1 as change,
        growth_years.since_year,
        growth_years.year,
        growth_years.markets,
        row_number() over (order by newest.value / oldest.value desc, newest.market asc) as position
    from growth_years
    inner join chosen as newest on growth_years.year = newest.year
    inner join chosen as oldest
        on newest.market = oldest.market and growth_years.since_year = oldest.year and oldest.value > 0
),

pairs as (
    select
        one.market,
        other.market as other_market,
        one.year,
        one.value,
        other.value as other_value,
        lag(one.value - other.value) over (partition by one.market, other.market order by one.year) as before
    from chosen as one
    inner join chosen as other on one.year = other.year and one.market <> other.market
),

crossings as (
    select pairs.*, row_number() over (order by pairs.year desc, pairs.value desc, pairs.market asc) as position
    from pairs
    where pairs.before < 0 and pairs.value > pairs.other_value
)

select
    'leader' as finding, one.market, two.market as other_market, cast(null as integer) as since_year, one.year,
    one.value, two.value as other_value, one.qualifier, two.qualifier as other_qualifier, one.markets, counted.all_markets
from ranked as one
inner join ranked as two on one.position = 1 and two.position = 2
cross join counted
union all
select
    'growth', growth.market, null, growth.since_year, growth.year,
    growth.change, null, null, null, growth.markets, counted.all_markets
from growth
cross join counted
where growth.position = 1
union all
select
    'crossing', crossings.market, crossings.other_market, null, crossings.year,
    crossings.value, crossings.other_value, null, null, 2, counted.all_markets
from crossings
cross join counted
where crossings.position = 1
