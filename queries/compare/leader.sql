-- Which of the chosen markets leads, and ahead of whom?
-- One row per leader, at most one: first and second in the year in which most markets have a value, the newest of these;
-- an index's base year, where all stand at 100, does not count. Parameters: $markets (list of codes), $indicator, $region,
-- $mode, $base (as in values.sql). shown, other_shown: in that measure. markets: how many have a value in the year, of
-- all_markets chosen. May be null: $base.
with chosen as (
    select
        found.*,
        count(*) over (partition by found.year) as markets
    from compared($markets::varchar[], $indicator::varchar, $region::varchar, $mode::varchar, $base::integer) as found
    where found.year is distinct from found.base_year
),

ranked as (
    select
        chosen.*,
        row_number() over (order by chosen.markets desc, chosen.year desc, chosen.shown desc, chosen.market asc) as position
    from chosen
    where chosen.markets >= 2
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
    array_length($markets::varchar[]) as all_markets
from ranked as first
inner join ranked as second on first.position = 1 and second.position = 2
