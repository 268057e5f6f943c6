-- What do questions across several cities need to know of each site?
-- One row per company in our list (see company), with the city whose list it is. is_here: it counts as present (see
-- present); town: where the site is. Its source stands in words: ids of sources are each city’s own, and so are those of
-- companies.
select
    city.place as city,
    city.country,
    company.company_id,
    company.name,
    company.market,
    company.sector_id,
    company.theme_id,
    company.topics,
    company.role,
    company.city as town,
    company.arrived,
    company.status,
    present.company_id is not null as is_here,
    sources.title as source_title,
    sources.publisher,
    sources.url,
    sources.published,
    sources.tertiary
from company
cross join city
inner join sources on company.source_id = sources.source_id
left join present on company.company_id = present.company_id
