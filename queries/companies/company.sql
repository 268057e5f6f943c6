-- What is on record about one company?
-- One row per company (site), at most one. Parameter: $company (company id). arrived: year of its first sign here;
-- established: year in which this site began; employees: people at this site in employees_year.
-- May be null: former_names, parent, parent_city, city, postcode, theme_id, established, arrived, employees,
-- employees_year.
select
    company.company_id,
    company.name,
    company.former_names,
    company.parent,
    company.market,
    company.parent_city,
    company.city,
    company.postcode,
    company.sector_id,
    company.theme_id,
    company.role,
    company.established,
    company.arrived,
    company.employees,
    company.employees_year,
    company.status,
    company.note_en,
    company.note_de,
    company.source_id
from company
where company.company_id = $company::varchar
