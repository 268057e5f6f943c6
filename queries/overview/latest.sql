-- What arrived, grew or moved most recently?
-- One row per milestone (settlement, start-up landing, expansion, R&D centre, headquarters upgrade, relocation), newest
-- first.
-- Parameter: $rows.
-- May be null: month, city, from_city, to_city.
select
    milestone.milestone_id,
    milestone.year,
    milestone.month,
    milestone.kind,
    milestone.company_id,
    milestone.name,
    milestone.market,
    milestone.is_announced,
    milestone.city,
    milestone.from_city,
    milestone.to_city,
    milestone.source_id
from milestone
where milestone.is_arrival or milestone.is_growth or milestone.kind = 'relocation'
order by milestone.year desc, milestone.month desc nulls last, milestone.milestone_id
limit $rows::integer
