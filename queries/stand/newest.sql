-- What came, grew or moved most recently from this market?
-- One row per company, its latest milestone (settlement, start-up landing, expansion, R&D centre, headquarters upgrade, or
-- relocation to another town) not before $oldest, newest first; of companies that are only announced none has happened yet.
-- Parameters: $market (code), $oldest (year), $rows.
-- May be null: month, to_city.
select
    milestone.milestone_id,
    milestone.company_id,
    milestone.name,
    milestone.year,
    milestone.month,
    milestone.kind,
    milestone.to_city
from milestone
where
    not milestone.is_announced
    and milestone.market = $market::varchar
    and milestone.year >= $oldest::integer
    and (
        milestone.is_arrival
        or milestone.is_growth
        or (milestone.kind = 'relocation' and milestone.from_city is distinct from milestone.to_city)
    )
qualify
    row_number() over (
        partition by milestone.company_id
        order by milestone.year desc, milestone.month desc nulls last, milestone.milestone_id
    ) = 1
order by milestone.year desc, milestone.month desc nulls last, milestone.milestone_id
limit $rows::integer
