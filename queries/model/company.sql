-- What do we know of each company in our list?
-- One row per company (a foreign company's site in the city or its region).
-- arrived: year of the first sign here (established, settlement, start-up landing or relocation from outside the region);
-- null where there is none, where the company is only announced, and where a relocation within the region up to that year
-- says that it had come before.
-- heard: the last year of which its sources tell anything, null where none has a year. status: as curated, but `unheard`
-- where it is unknown and that year is more than ten years ago. period: that of the year of arrival (see periods).
-- milestones: how many are on record; topics: codes. lat/lon: postcode's centre, else the town's. Kept as a table, market by
-- market, so that questions about one read little else.
with history as (
    select
        milestone.company_id,
        min(milestone.year) filter (
            where milestone.is_arrival
            or (milestone.kind = 'relocation' and milestone.from_city is not null and not milestone.from_region)
        ) as first_year,
        min(milestone.year) filter (
            where milestone.kind = 'relocation' and milestone.scope = 'whole' and milestone.from_region
        ) as moved_within,
        max(greatest(milestone.year, year_of(milestone.published))) as last_year,
        count(*) as milestones
    from milestone
    group by milestone.company_id
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
,
heard as (
    select
        companies.company_id,
        greatest(
            history.last_year, year_of(sources.published), companies.employees_year, companies.established
        ) as year
    from companies
    inner join sources on companies.source_id = sources.source_id
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
    places.area,
    companies.postcode,
    companies.sector_id,
    sectors.group_id as sector_group_id,
    companies.theme_id,
    codes_in(companies.topics) as topics,
    companies.role,
    companies.established,
    arrivals.year as arrived,
    periods.period,
    coalesce(history.milestones, 0) as milestones,
    companies.employees,
    companies.employees_year,
    if(companies.status = 'unknown' and heard.year < as_of.year - 10, 'unheard', companies.status) as status,
    heard.year as heard,
    companies.note_en,
    companies.note_de,
    companies.source_id,
    sources.title as source_title,
    sources.publisher,
    sources.url,
    coalesce(postcodes.lat, places.lat) as lat,
    coalesce(postcodes.lon, places.lon) as lon
from companies
inner join sectors on companies.sector_id = sectors.sector_id
inner join sources on companies.source_id = sources.source_id
inner join arrivals on companies.company_id = arrivals.company_id
inner join heard on companies.company_id = heard.company_id
left join as_of on true
left join periods
    on
        arrivals.year >= coalesce(periods.from_year, arrivals.year)
        and arrivals.year <= coalesce(periods.until_year, arrivals.year)
left join history on companies.company_id = history.company_id
left join places on companies.city = places.place
left join postcodes on companies.postcode = postcodes.postcode
order by companies.market, companies.company_id
