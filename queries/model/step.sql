-- What came, grew or moved last at each company?
-- One row per company that did: its newest settlement, start-up landing, expansion, R&D centre, headquarters upgrade or
-- relocation to another town (see milestone); announced ones are among them.
select
    milestone.milestone_id,
    milestone.company_id,
    milestone.name,
    milestone.market,
    milestone.sector_id,
    milestone.theme_id,
    milestone.city,
    milestone.year,
    milestone.month,
    milestone.due_year,
    milestone.kind,
    milestone.is_arrival,
    milestone.is_growth,
    milestone.is_announced,
    milestone.from_city,
    milestone.to_city,
    milestone.scope,
    milestone.from_region,
    milestone.jobs,
    milestone.area_sqm,
    milestone.invest_eur,
    milestone.description_en,
    milestone.description_de,
    milestone.doubted,
    milestone.source_id,
    milestone.published,
    milestone.publisher,
    milestone.url
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
