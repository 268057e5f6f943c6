-- Which institutions here stand for this market?
-- One row per institution, by kind and name. Parameter: $market (code).
select
    institutions.institution_id,
    institutions.name_en,
    institutions.name_de,
    institutions.kind,
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
where institutions.market = $market::varchar
order by institutions.kind, institutions.since_year nulls last, institutions.name_en
