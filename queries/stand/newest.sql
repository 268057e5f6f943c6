-- What came, grew or moved most recently from this market?
-- One row per company, its newest step (see step) if it was not before $oldest, newest first. is_here: the company has not
-- left since. Parameters: $market (code, or all), $oldest (year), $rows.
-- May be null: month, to_city.
select
    step.milestone_id,
    step.company_id,
    step.name,
    step.market,
    step.year,
    step.month,
    step.kind,
    step.is_announced,
    step.to_city,
    present.company_id is not null as is_here
from step
left join present on step.company_id = present.company_id
where $market::varchar in ('all', step.market) and step.year >= $oldest::integer
order by step.year desc, step.month desc nulls last, step.milestone_id
limit $rows::integer
