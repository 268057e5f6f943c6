-- Which of the chosen markets leads, and ahead of whom?
-- One row per leader, at most one: first and second in the year in which most markets have a value, the newest of these;
-- an index's base year, where all stand at 100, does not count. Parameters: $markets (list of codes), $indicator, $region,
-- $mode, $base (as in values.sql). shown, other_shown: in that measure. markets: how many have a value in the year, of
-- all_markets chosen.
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

best_year as (
    select chosen.year, count(*) as markets
    from chosen
    where chosen.year is distinct from chosen.base_year
    group by chosen.year
    having count(*) >= 2
    order by markets desc, chosen.year desc
    limit 1
),

ranked as (
    select
        chosen.*,
        best_year.markets,
        row_number() over (order by chosen.shown desc, chosen.market asc) as position
    from chosen
    inner join best_year on chosen.year = best_year.year
)

select
    first.market,
    second.market as other_market,
    first.year,
    first.shown,
    second.shown as other_shown,
    first.shown_qualifier as qualifier,
    second.shown_qualifier as other_qualifier,
    first.markets,
    len($markets::varchar[]) as all_markets
from ranked as first
inner join ranked as second on first.position = 1 and second.position = 2
