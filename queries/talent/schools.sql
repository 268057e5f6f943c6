-- Which schools are there for people from the markets?
-- One row per institution of the kind school: those of the chosen markets and those of the host country or for all, the
-- oldest first. Parameter: $markets (list of codes).
select
    institutions.institution_id,
    institutions.market,
    institutions.name_en,
    institutions.name_de,
    institutions.since_year,
    places.name_en as town_en,
    places.name_de as town_de,
    institutions.description_en,
    institutions.description_de,
    institutions.source_id,
    sources.publisher,
    sources.url
from institutions
inner join sources on institutions.source_id = sources.source_id
left join places on institutions.city = places.place
where
    institutions.kind = 'school'
    and (list_contains($markets::varchar[], institutions.market) or institutions.market in ('DE', 'all'))
order by institutions.since_year nulls last, institutions.name_en
