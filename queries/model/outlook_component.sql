-- Which components of the outlook are known for a market in a sector, and how high are they?
-- One row per market, sector and component (projects, companies, gap: one value for all sectors of a market; arrivals,
-- signals: of the sector), for every pair of which our list or the signals know something. level: 0..1, the share of the
-- other markets (or pairs) with a lower raw value, ties counted half (mean percentile rank); raw: see the component's view.
with pairs as (
    select distinct outlook_sector.market, outlook_sector.sector_id
    from outlook_sector
    where outlook_sector.sector_id <> 'other'
),

of_markets as (
    select 'projects' as component, * from outlook_projects
    union all by name
    select 'companies' as component, * from outlook_companies
    union all by name
    select 'gap' as component, * from outlook_gap
),

every as (
    select *
    from of_markets
    union all by name
    select *
    from outlook_sector
    where outlook_sector.sector_id <> 'other'
),

levelled as (
    select
        every.*,
        (
            rank() over (partition by every.component order by every.raw) - 1
            + (count(*) over (partition by every.component, every.raw) - 1) / 2.0
        ) / nullif(count(*) over (partition by every.component) - 1, 0) as level
    from every
)

select pairs.market, pairs.sector_id, levelled.* exclude (market, sector_id)
from pairs
inner join levelled
    on pairs.market = levelled.market and (levelled.sector_id is null or pairs.sector_id = levelled.sector_id)
where levelled.level is not null
