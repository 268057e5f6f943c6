-- Who else works in this field, country by country?
-- One row per market with companies in the sector, the visitor's own market first, then most companies. companies: sites in
-- our list without those that left; names: theirs, those with the most employees on record first. Parameters: $sector
-- (sector_id), $market (code of the visitor's country).
with here as (
    select
        company.market,
        company.name,
        company.source_id,
        row_number() over (
            partition by company.market
            order by company.employees desc nulls last, company.name, company.company_id
        ) as position
    from company
    where company.sector_id = $sector::varchar and company.status <> 'left'
)

select
    here.market,
    count(*) as companies,
    list(here.name order by here.position) as names,
    list(distinct here.source_id) as source_ids
from here
group by here.market
order by here.market = $market::varchar desc, companies desc, here.market
