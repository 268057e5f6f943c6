-- What happened at one company, and who reported it?
-- One row per milestone, newest first. Parameter: $company (company id). jobs: people; area_sqm: square metres;
-- invest_eur: euros, each where the source tells it.
select
    milestone.milestone_id,
    milestone.kind,
    milestone.year,
    milestone.month,
    milestone.from_en,
    milestone.from_de,
    milestone.to_en,
    milestone.to_de,
    milestone.jobs,
    milestone.area_sqm,
    milestone.invest_eur,
    milestone.description_en,
    milestone.description_de,
    milestone.source_id,
    milestone.publisher,
    milestone.url
from milestone
where milestone.company_id = $company::varchar
order by milestone.year desc, milestone.month desc nulls last, milestone.milestone_id
