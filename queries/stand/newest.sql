-- What came, grew or moved most recently from this market?
-- One row per company, its latest milestone (settlement, start-up landing, expansion, R&D centre, headquarters upgrade, or
-- relocation to another town) not before $oldest, newest first; of companies that are only announced none has happened yet.
-- is_here: the company has not left since. Parameters: $market (code, or all), $oldest (year), $rows.
-- May be null: month, to_city.
select
    milestone.milestone_id,
    milestone.company_id,
    milestone.name,
    milestone.market,
    milestone.year,
    milestone.month,
    milestone.kind,
    milestone.to_city,
    present.company_id is not null as is_here
from milestone
left join present on milestone.company_id = present.company_id
where
    not milestone.is_announced
    and $market::varchar in ('all', milestone.market)
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
