-- In which sectors are this market's companies, compared with all markets?
-- One row per sector, most companies first (sites in our list without those that left; `other` counts in the totals only).
-- share: of the market's companies; share_all: of all markets' companies; specialisation: location quotient
-- share / share_all (1 = as in all markets); companies_total, all_total: bases of the shares. Parameter: $market (code).
with by_sector as (
    select
        present.sector_id,
        count(*) as all_companies,
        count(*) filter (where present.market = $market::varchar) as companies,
        cast(sum(all_companies) over () as bigint) as all_total,
        cast(sum(companies) over () as bigint) as companies_total,
        list(distinct present.source_id) filter (where present.market = $market::varchar) as source_ids
    from present
    group by present.sector_id
)

select
    by_sector.sector_id,
    by_sector.companies,
    by_sector.companies_total,
    by_sector.all_total,
    by_sector.companies / by_sector.companies_total as share,
    by_sector.all_companies / by_sector.all_total as share_all,
    share / share_all as specialisation,
    by_sector.source_ids
from by_sector
where by_sector.companies > 0 and by_sector.sector_id <> 'other'
order by by_sector.companies desc, specialisation desc, by_sector.sector_id
