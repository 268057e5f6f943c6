-- What is on record about one company?
-- One row per company (site), at most one. Parameter: $company (company id). employees: people at this site in
-- employees_year.
select
    company.*,
    markets.name_en as market_en,
    markets.name_de as market_de,
    sectors.name_en as sector_en,
    sectors.name_de as sector_de,
    themes.name_en as theme_en,
    themes.name_de as theme_de
from company
inner join markets on company.market = markets.market
inner join sectors on company.sector_id = sectors.sector_id
left join themes on company.theme_id = themes.theme_id
where company.company_id = $company::varchar
