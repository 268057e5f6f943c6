-- Who stands where in the newest year that all have in common?
-- One row per market, largest first: its value in the newest common year; without one (common = false) each market's own
-- newest year. An index's base year, where all stand at 100, is no ranking. Parameters: $markets (list of codes),
-- $indicator, $region, $mode, $base (as in values.sql). shown: the value in that measure. markets: how many have a value,
-- of all_markets chosen. May be null: $base.
with found as (
    select figures.*
    from compared($markets::varchar[], $indicator::varchar, $region::varchar, $mode::varchar, $base::integer) as figures
    where figures.year is distinct from figures.base_year
),

chosen as (
    select
        found.*,
        (select count(distinct every.market) from found as every) as markets,
        count(*) over (partition by found.year) as markets_of_year,
        max(found.year) over (partition by found.market) as newest
    from found
),

dated as (
    select
        chosen.*,
        max(
            case when chosen.markets_of_year = chosen.markets and chosen.markets >= 2 then chosen.year end
        ) over () as common_year
    from chosen
)

select
    dated.market,
    dated.year,
    dated.value,
    dated.shown,
    dated.unit,
    dated.shown_qualifier as qualifier,
    dated.shown_source_ids as source_ids,
    dated.common_year is not null as common,
    dated.markets,
    array_length($markets::varchar[]) as all_markets
from dated
where dated.year = coalesce(dated.common_year, dated.newest)
order by dated.shown desc, dated.market
