-- In which sectors are this market's companies, compared with all markets?
-- One row per sector, most companies first (sites in our list without those that left; `other` counts in the totals only).
-- share: of the market's companies; share_all: of all markets' companies; specialisation: location quotient
-- share / share_all (1 = as in all markets); companies_total, all_total: bases of the shares. Parameter: $market (code).
with here as (
    select * from company where company.status <> 'left'
),

totals as (
    select
        count(*) as all_total,
        count(*) filter (where here.market = $market::varchar) as companies_total
    from here
),

by_sector as (
    select
        here.sector_id,
        count(*) as all_companies,
        count(*) filter (where here.market = $market::varchar) as companies,
        list(distinct here.source_id) filter (where here.market = $market::varchar) as source_ids
    from here
    group by here.sector_id
)

select
    by_sector.sector_id,
    sectors.name_en,
    sectors.name_de,
    by_sector.companies,
    totals.companies_total,
    totals.all_total,
    by_sector.companies / totals.companies_total as share,
    by_sector.all_companies / totals.all_total as share_all,
    (by_sector.companies / totals.companies_total) / (by_sector.all_companies / totals.all_total) as specialisation,
    by_sector.source_ids
from by_sector
inner join sectors on by_sector.sector_id = sectors.sector_id
cross join totals
where by_sector.companies > 0 and by_sector.sector_id <> 'other'
order by by_sector.companies desc, specialisation desc, by_sector.sector_id
