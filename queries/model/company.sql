-- What do we know of each company in our list?
-- One row per company (a foreign company's site in Düsseldorf or its region).
-- arrived: year of the first sign here (established, else first settlement, relocation or start-up landing), else null.
-- in_city: whether the site is in the city of Düsseldorf; lat/lon: postcode's centre, else the town's.
with first_arrival as (
    select
        company_id,
        min(year) as year
    from milestones
    where kind in ('settlement', 'relocation', 'startup-landing')
    group by company_id
)

select
    companies.company_id,
    companies.name,
    companies.former_names,
    companies.parent,
    companies.market,
    companies.parent_city,
    companies.city,
    places.name_en as town_en,
    places.name_de as town_de,
    places.ags,
    companies.postcode,
    companies.sector_id,
    sectors.group_id as sector_group_id,
    companies.theme_id,
    companies.role,
    companies.established,
    coalesce(companies.established, first_arrival.year) as arrived,
    companies.employees,
    companies.employees_year,
    companies.status,
    companies.note_en,
    companies.note_de,
    companies.source_id,
    coalesce(companies.city = 'Düsseldorf', false) as in_city,
    coalesce(postcodes.lat, places.lat) as lat,
    coalesce(postcodes.lon, places.lon) as lon
from companies
inner join sectors on companies.sector_id = sectors.sector_id
left join first_arrival on companies.company_id = first_arrival.company_id
left join places on companies.city = places.place
left join postcodes on companies.postcode = postcodes.postcode
