-- Which institutions here stand for this market?
-- One row per institution, by kind, year of founding and name. Parameter: $market (code). May be null: since_year, city.
select
    institution.institution_id,
    institution.name_en,
    institution.name_de,
    institution.kind,
    institution.since_year,
    institution.city,
    institution.source_id
from institution
where institution.market = $market::varchar and institution.desk_id is null
order by institution.kind, institution.since_year nulls last, institution.name_en
