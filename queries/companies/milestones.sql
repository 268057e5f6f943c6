-- What happened at one company, and who reported it?
-- One row per milestone, newest first. Parameter: $company (company id). jobs: people; area_sqm: square metres;
-- invest_eur: euros, each where the source tells it; from_city, to_city: of a relocation.
-- May be null: month, from_city, to_city, jobs, area_sqm, invest_eur.
select
    milestone.milestone_id,
    milestone.kind,
    milestone.year,
    milestone.month,
    milestone.from_city,
    milestone.to_city,
    milestone.jobs,
    milestone.area_sqm,
    milestone.invest_eur,
    milestone.description_en,
    milestone.description_de,
    milestone.source_id
from milestone
where milestone.company_id = $company::varchar
order by milestone.year desc, milestone.month desc nulls last, milestone.milestone_id
