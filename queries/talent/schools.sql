-- Which schools are there for people from the markets?
-- One row per institution of the kind school: those of the chosen markets and those of the city's own country or for all,
-- the oldest first. Parameter: $markets (list of codes). city: a place. May be null: since_year, city, url.
select
    institution.institution_id,
    institution.market,
    institution.name_en,
    institution.name_de,
    institution.since_year,
    institution.city,
    institution.description_en,
    institution.description_de,
    institution.source_id,
    sources.title as source_title,
    sources.publisher,
    sources.url
from institution
inner join sources on institution.source_id = sources.source_id
cross join city
where
    institution.kind = 'school'
    and (list_contains($markets::varchar[], institution.market) or institution.market in (city.country, 'all'))
order by institution.since_year nulls last, institution.name_en
