-- Where is a company?
-- One row per company (site) whose place is known, at most one. Parameter: $company (its id). lat, lon: the middle of its
-- postcode, else of its town; area: the town's code among the boundaries.
-- May be null: area.
select
    company.city,
    company.area,
    company.lat,
    company.lon
from company
where company.company_id = $company::varchar and company.lat is not null and company.lon is not null
