-- Who stands where in the newest year that all have in common?
-- One row per market, largest first: its value in the newest common year; without one (common = false) each market's own
-- newest year. An index's base year, where all stand at 100, is no ranking. Parameters: $markets (list of codes),
-- $indicator, $region, $mode, $base (as in values.sql). shown: the value in that measure. markets: how many have a value,
-- of all_markets chosen.
with present as (
    select measured.*
    from measured
    where
        measured.indicator_id = $indicator::varchar
        and measured.region = $region::varchar
        and measured.mode = $mode::varchar
        and measured.base_year is not distinct from $base::integer
        and (measured.base_year is null or measured.year > measured.base_year)
        and list_contains($markets::varchar[], measured.market)
),

counted as (
    select count(distinct present.market) as markets
    from present
),

shared as (
    select present.year
    from present
    cross join counted
    group by present.year, counted.markets
    having count(*) = counted.markets and count(*) >= 2
),

common as (
    select max(shared.year) as year
    from shared
),

newest as (
    select
        present.market,
        max(present.year) as year
    from present
    group by present.market
)

select
    present.market,
    markets.name_en,
    markets.name_de,
    markets.core,
    present.year,
    present.value,
    present.shown,
    present.unit,
    present.shown_qualifier as qualifier,
    present.shown_source_ids as source_ids,
    common.year is not null as common,
    counted.markets,
    len($markets::varchar[]) as all_markets
from present
inner join markets on present.market = markets.market
inner join newest on present.market = newest.market
cross join common
cross join counted
where present.year = coalesce(common.year, newest.year)
order by present.shown desc, present.market
