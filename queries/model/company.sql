-- What do we know of each company in our list?
-- One row per company (a foreign company's site in Düsseldorf or its region).
-- arrived: year of the first sign here (established, settlement, start-up landing or relocation from outside the region);
-- null where there is none, where the company is only announced, and where a relocation within the region up to that year
-- says that it had come before.
-- period of that year: 1 before 2000, 2 2000-2009, 3 2010-2019, 4 2020 on. milestones: how many are on record.
-- in_city: whether the site is in the city of Düsseldorf; lat/lon: postcode's centre, else the town's.
with history as (
    select
        milestones.company_id,
        min(milestones.year) filter (
            where milestones.kind in ('settlement', 'startup-landing')
            or (milestones.kind = 'relocation' and milestones.from_city is not null and origin.ags is null)
        ) as first_year,
        min(milestones.year) filter (
            where milestones.kind = 'relocation' and milestones.scope = 'whole' and origin.ags is not null
        ) as moved_within,
        count(*) as milestones
    from milestones
    left join places as origin on milestones.from_city = origin.place
    group by milestones.company_id
),

arrivals as (
    select
        companies.company_id,
        if(
            companies.status = 'announced'
            or history.moved_within <= least(companies.established, history.first_year),
            null,
            least(companies.established, history.first_year)
        ) as year
    from companies
    left join history on companies.company_id = history.company_id
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
    arrivals.year as arrived,
    case
        when arrivals.year < 2000 then 1
        when arrivals.year < 2010 then 2
        when arrivals.year < 2020 then 3
        when arrivals.year is not null then 4
    end as period,
    coalesce(history.milestones, 0) as milestones,
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
inner join arrivals on companies.company_id = arrivals.company_id
left join history on companies.company_id = history.company_id
left join places on companies.city = places.place
left join postcodes on companies.postcode = postcodes.postcode
