-- Which institutions here stand for this market?
-- One row per institution, by kind and name. Parameter: $market (code).
select
    institution.institution_id,
    institution.name_en,
    institution.name_de,
    institution.kind,
    institution.since_year,
    institution.town_en,
    institution.town_de,
    institution.description_en,
    institution.description_de,
    institution.source_id,
    institution.publisher,
    institution.url
from institution
where institution.market = $market::varchar and institution.desk_id is null
order by institution.kind, institution.since_year nulls last, institution.name_en
