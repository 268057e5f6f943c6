-- What came, grew or moved last at each company?
-- One row per company that did: its newest settlement, start-up landing, expansion, R&D centre, headquarters upgrade or
-- relocation to another town (see milestone); announced ones are among them.
select milestone.*
from milestone
where
    milestone.is_arrival
    or milestone.is_growth
    or (milestone.kind = 'relocation' and milestone.from_city is distinct from milestone.to_city)
qualify
    row_number() over (
        partition by milestone.company_id
        order by milestone.year desc, milestone.month desc nulls last, milestone.milestone_id
    ) = 1
