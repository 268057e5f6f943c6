-- Who came or grew, and when?
-- One row per sign of it, of companies that have not left: every settlement, start-up landing, expansion, R&D centre or
-- upgrade to a headquarters on record (see milestone), and the arrival of a company in a year of which no such milestone
-- tells (milestone_id null; the company's note stands for the description): one that came with an R&D centre came once.
select
    milestone.milestone_id,
    milestone.company_id,
    milestone.name,
    milestone.market,
    milestone.sector_id,
    milestone.kind,
    milestone.year,
    milestone.month,
    milestone.description_en,
    milestone.description_de,
    milestone.source_id
from milestone
inner join company on milestone.company_id = company.company_id
where (milestone.is_arrival or milestone.is_growth) and company.status <> 'left'
union all
select
    null,
    company.company_id,
    company.name,
    company.market,
    company.sector_id,
    'settlement',
    company.arrived,
    null,
    company.note_en,
    company.note_de,
    company.source_id
from company
where
    company.arrived is not null
    and company.status <> 'left'
    and not exists (
        select 1
        from milestone
        where
            milestone.company_id = company.company_id
            and (milestone.is_arrival or milestone.is_growth)
            and milestone.year = company.arrived
    )
