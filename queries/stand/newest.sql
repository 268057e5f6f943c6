-- What came, grew or moved most recently from this market?
-- One row per company, its newest step (see step) if it was not before $oldest, newest first.
-- Parameters: $market (code), $oldest (year), $rows.
-- May be null: month, to_city.
select
    step.milestone_id,
    step.company_id,
    step.name,
    step.year,
    step.month,
    step.kind,
    step.is_announced,
    step.to_city
from step
where step.market = $market::varchar and step.year >= $oldest::integer
order by step.year desc, step.month desc nulls last, step.milestone_id
limit $rows::integer
