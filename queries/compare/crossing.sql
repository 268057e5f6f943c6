-- Which of the chosen markets last overtook another, and when?
-- One row per newest overtaking, at most one: a year in which a market stands above another that stood above it the last
-- time both had a value; of several in one year the one with the largest value. Parameters: $markets (list of codes),
-- $indicator, $region, $mode, $base (as in values.sql; an index counts from its base year on). shown: in that measure.
with chosen as (
    select measured.*
    from measured
    where
        measured.indicator_id = $indicator::varchar
        and measured.region = $region::varchar
        and measured.mode = $mode::varchar
        and measured.base_year is not distinct from $base::integer
        and (measured.base_year is null or measured.year >= measured.base_year)
        and list_contains($markets::varchar[], measured.market)
),

pairs as (
    select
        one.market,
        other.market as other_market,
        one.year,
        one.shown,
        one.shown - other.shown as lead,
        lag(one.shown - other.shown) over (partition by one.market, other.market order by one.year) as lead_before
    from chosen as one
    inner join chosen as other on one.year = other.year and one.market <> other.market
)

select
    pairs.market,
    pairs.other_market,
    pairs.year,
    pairs.shown
from pairs
where pairs.lead_before < 0 and pairs.lead > 0
order by pairs.year desc, pairs.shown desc, pairs.market asc
limit 1
