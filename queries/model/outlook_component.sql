-- Which components of the outlook are known for a market in a sector, and how high are they?
-- One row per market, sector and component (projects, companies, gap: one value for all sectors of a market; arrivals,
-- signals: of the sector), for every pair of which our list or the signals know something. level: 0..1, the share of the
-- other markets (or pairs) with a lower raw value, ties counted half (mean percentile rank); raw: see the component's view.
with pairs as (
    select distinct outlook_sector.market, outlook_sector.sector_id
    from outlook_sector
    where outlook_sector.sector_id <> 'other'
),

every as (
    select
        'projects' as component, market, null::varchar as sector_id, indicator_id, region, year, since_year, facts, exact,
        raw, source_ids, null::varchar as here_region
    from outlook_projects
    union all
    select
        'companies', market, null, indicator_id, region, year, since_year, facts, exact, raw, source_ids, null
    from outlook_companies
    union all
    select
        'gap', market, null, indicator_id, region, year, since_year, facts, exact, raw, source_ids, here_region
    from outlook_gap
    union all
    select
        component, market, sector_id, null, null, year, since_year, facts, exact, raw, source_ids, null
    from outlook_sector
    where sector_id <> 'other'
),

levelled as (
    select
        every.*,
        (
            rank() over (partition by every.component order by every.raw) - 1
            + (count(*) over (partition by every.component, every.raw) - 1) / 2.0e0
        ) / nullif(count(*) over (partition by every.component) - 1, 0) as level
    from every
)

select
    pairs.market,
    pairs.sector_id,
    levelled.component,
    levelled.indicator_id,
    levelled.region,
    levelled.year,
    levelled.since_year,
    levelled.facts,
    levelled.exact,
    levelled.raw,
    levelled.source_ids,
    levelled.here_region,
    levelled.level
from pairs
inner join levelled
    on pairs.market = levelled.market and (levelled.sector_id is null or pairs.sector_id = levelled.sector_id)
where levelled.level is not null
