-- In which sectors are this market's companies, compared with all markets?
-- One row per sector, most companies first (sites in our list without those that left; `other` counts in the totals only).
-- share: of the market's companies; share_all: of all markets' companies; specialisation: location quotient
-- share / share_all (1 = as in all markets); companies_total, all_total: bases of the shares. Parameter: $market (code).
with by_sector as (
    select
        present.sector_id,
        count(*) as all_companies,
        count(*) filter (where present.market = $market::varchar) as companies,
        list_sort(list(distinct present.source_id) filter (where present.market = $market::varchar)) as source_ids
    from present
    group by present.sector_id
),

shares as (
    select
        by_sector.sector_id,
        by_sector.companies,
        cast(sum(by_sector.companies) over () as bigint) as companies_total,
        cast(sum(by_sector.all_companies) over () as bigint) as all_total,
        by_sector.companies / sum(by_sector.companies) over () as share,
        by_sector.all_companies / sum(by_sector.all_companies) over () as share_all,
        by_sector.source_ids
    from by_sector
)

select
    shares.sector_id,
    shares.companies,
    shares.companies_total,
    shares.all_total,
    shares.share,
    shares.share_all,
    shares.share / shares.share_all as specialisation,
    shares.source_ids
from shares
where shares.companies > 0 and shares.sector_id <> 'other'
order by shares.companies desc, specialisation desc, shares.sector_id
