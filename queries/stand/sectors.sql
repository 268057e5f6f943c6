-- In which sectors are this market's companies?
-- One row per sector, most companies first; `other` is left out. companies: sites in our list without those that left.
-- Parameter: $market (code; 'all' is every market).
select
    company.sector_id,
    sectors.name_en,
    sectors.name_de,
    count(*) as companies
from company
inner join sectors on company.sector_id = sectors.sector_id
where
    company.status <> 'left'
    and company.sector_id <> 'other'
    and $market::varchar in (company.market, 'all')
group by company.sector_id, sectors.name_en, sectors.name_de
order by companies desc, company.sector_id
