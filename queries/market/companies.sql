-- Which companies of this market are in our list?
-- One row per company (site), those that are here first, then by name. employees: people at this site in employees_year.
-- Parameter: $market (code).
select
    company.company_id,
    company.name,
    company.parent,
    company.town_en,
    company.town_de,
    company.sector_id,
    company.theme_id,
    company.role,
    company.arrived,
    company.employees,
    company.employees_year,
    company.status,
    company.note_en,
    company.note_de,
    company.source_id,
    sources.publisher,
    sources.url
from company
inner join sources on company.source_id = sources.source_id
where company.market = $market::varchar
order by company.status = 'left', company.name
