-- Which of the chosen markets last overtook another, and between which years?
-- One row per newest overtaking, at most one: a year in which a market stands above another that stood above it in
-- year_before, the last time both had a value; of several in one year the one with the largest value. An index, in which
-- all stand at 100 once, tells of none. Parameters: $markets (list of codes), $indicator, $region, $mode, $base (as in
-- values.sql). shown, other_shown: in that measure, with their qualifiers. May be null: $base.
with chosen as (
    select found.*
    from compared($markets::varchar[], $indicator::varchar, $region::varchar, $mode::varchar, $base::integer) as found
    where found.base_year is null
)

select
    one.market,
    other.market as other_market,
    lag(one.year) over pair as year_before,
    one.year,
    one.shown,
    other.shown as other_shown,
    one.shown_qualifier as qualifier,
    other.shown_qualifier as other_qualifier
from chosen as one
inner join chosen as other on one.year = other.year and one.market <> other.market
window pair as (partition by one.market, other.market order by one.year)
qualify lag(one.shown - other.shown) over pair < 0 and one.shown > other.shown
order by one.year desc, one.shown desc, one.market asc
limit 1
