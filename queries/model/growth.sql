-- Who came or grew, and when?
-- One row per sign of it, of companies that have not left: every settlement, start-up landing, expansion, R&D centre or
-- upgrade to a headquarters on record (see milestone), and the arrival of a company in a year of which no such milestone
-- tells (milestone_id null): one that came with an R&D centre came once.
select
    milestone.milestone_id,
    milestone.company_id,
    milestone.name,
    milestone.market,
    milestone.sector_id,
    milestone.kind,
    milestone.year,
    milestone.month,
    milestone.source_id
from milestone
inner join present on milestone.company_id = present.company_id
where milestone.is_arrival or milestone.is_growth
union all
select
    null,
    present.company_id,
    present.name,
    present.market,
    present.sector_id,
    'settlement',
    present.arrived,
    null,
    present.source_id
from present
where
    present.arrived is not null
    and not exists (
        select 1
        from milestone
        where
            milestone.company_id = present.company_id
            and (milestone.is_arrival or milestone.is_growth)
            and milestone.year = present.arrived
    )
