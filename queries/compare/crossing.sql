-- Which of the chosen markets last overtook another, and between which years?
-- One row per newest overtaking, at most one: a year in which a market stands above another that stood above it in
-- year_before, the last time both had a value; of several in one year the one with the largest value. An index, in which
-- all stand at 100 once, tells of none. Parameters: $markets (list of codes), $indicator, $region, $mode, $base (as in
-- values.sql). shown, other_shown: in that measure, with their qualifiers.
with chosen as (
    select measured.*
    from measured
    where
        measured.indicator_id = $indicator::varchar
        and measured.region = $region::varchar
        and measured.mode = $mode::varchar
        and measured.base_year is not distinct from $base::integer
        and measured.base_year is null
        and list_contains($markets::varchar[], measured.market)
),

pairs as (
    select
        one.market,
        other.market as other_market,
        one.year,
        one.shown,
        other.shown as other_shown,
        one.shown_qualifier as qualifier,
        other.shown_qualifier as other_qualifier,
        lag(one.year) over pair as year_before,
        lag(one.shown - other.shown) over pair as lead_before
    from chosen as one
    inner join chosen as other on one.year = other.year and one.market <> other.market
    window pair as (
        partition by one.market, other.market
        order by one.year
    )
)

select
    pairs.market,
    pairs.other_market,
    pairs.year_before,
    pairs.year,
    pairs.shown,
    pairs.other_shown,
    pairs.qualifier,
    pairs.other_qualifier
from pairs
where pairs.lead_before < 0 and pairs.shown > pairs.other_shown
order by pairs.year desc, pairs.shown desc, pairs.market asc
limit 1
