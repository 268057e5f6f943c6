-- What is on record lately about a market in a sector?
-- One row per market, sector and component: arrivals (raw: arrivals and expansions, see growth, in the five years up to the
-- newest on record; none counts as zero only where our list dates the arrival of a company that is here) and signals
-- (raw: rising minus falling ones of these years, divided by their number plus 2, so that a single one says little; -1..1).
-- facts: signs or signals behind it.
with newest as (
    select max(milestone.year) as year
    from milestone
),

listed as (
    select
        present.market,
        present.sector_id,
        list_sort(list(distinct present.source_id)) as source_ids
    from present
    where present.arrived is not null
    group by present.market, present.sector_id
),

recent as (
    select
        growth.market,
        growth.sector_id,
        count(*) as facts,
        list_sort(list(distinct growth.source_id)) as source_ids
    from growth
    cross join newest
    where growth.year > newest.year - 5
    group by growth.market, growth.sector_id
),

counted as (
    select
        coalesce(listed.market, recent.market) as market,
        coalesce(listed.sector_id, recent.sector_id) as sector_id,
        coalesce(recent.facts, 0) as facts,
        coalesce(recent.source_ids, listed.source_ids) as source_ids
    from listed
    full join recent on listed.market = recent.market and listed.sector_id = recent.sector_id
),

told as (
    select
        signals.market,
        signals.sector_id,
        count(*) as facts,
        count(*) filter (where signals.direction = 'rising') as rising,
        count(*) filter (where signals.direction = 'falling') as falling,
        list_sort(list(distinct signals.source_id)) as source_ids
    from signals
    cross join newest
    where signals.year > newest.year - 5 and signals.market <> 'all'
    group by signals.market, signals.sector_id
)

select
    counted.market, counted.sector_id, 'arrivals' as component, newest.year, newest.year - 4 as since_year,
    counted.facts, true as exact, cast(counted.facts as double) as raw, counted.source_ids
from counted
cross join newest
union all
select
    told.market, told.sector_id, 'signals', newest.year, newest.year - 4, told.facts, true,
    (told.rising - told.falling) / (told.facts + 2.0e0), told.source_ids
from told
cross join newest
