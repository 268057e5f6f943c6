-- Who stands where in the newest year that all have in common?
-- One row per market, largest first: its value in the newest common year; without one (common = false) each market's own
-- newest year. An index's base year, where all stand at 100, is no ranking. Parameters: $markets (list of codes),
-- $indicator, $region, $mode, $base (as in values.sql). shown: the value in that measure. markets: how many have a value,
-- of all_markets chosen. May be null: $base.
with chosen as (
    select
        found.*,
        count(distinct found.market) over () as markets,
        count(*) over (partition by found.year) as markets_of_year,
        max(found.year) over (partition by found.market) as newest
    from compared($markets::varchar[], $indicator::varchar, $region::varchar, $mode::varchar, $base::integer) as found
    where found.year is distinct from found.base_year
),

dated as (
    select
        chosen.*,
        max(chosen.year) filter (
            where chosen.markets_of_year = chosen.markets and chosen.markets >= 2
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
    len($markets::varchar[]) as all_markets
from dated
where dated.year = coalesce(dated.common_year, dated.newest)
order by dated.shown desc, dated.market
