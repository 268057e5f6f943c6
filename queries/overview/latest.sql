-- What arrived, grew or moved most recently?
-- One row per company, its newest step (see step), newest first.
-- Parameter: $rows.
-- May be null: month, city, from_city, to_city.
select
    step.milestone_id,
    step.year,
    step.month,
    step.kind,
    step.company_id,
    step.name,
    step.market,
    step.is_announced,
    step.city,
    step.from_city,
    step.to_city,
    step.source_id
from step
order by step.year desc, step.month desc nulls last, step.milestone_id
limit $rows::integer
