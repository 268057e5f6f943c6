-- What came, grew or moved most recently from this market?
-- One row per company, its latest milestone (settlement, start-up landing, expansion, R&D centre, headquarters upgrade, or
-- relocation to another town) not before $oldest, newest first; of companies that are only announced none has happened yet.
-- Parameters: $market (code), $oldest (year), $rows.
with happened as (
    select
        milestone.*,
        row_number() over (
            partition by milestone.company_id
            order by milestone.year desc, milestone.month desc nulls last, milestone.milestone_id
        ) as position
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
)

select
    happened.milestone_id,
    happened.company_id,
    happened.name,
    happened.year,
    happened.month,
    happened.kind,
    happened.to_en,
    happened.to_de,
    happened.source_id,
    sources.publisher
from happened
inner join sources on happened.source_id = sources.source_id
where happened.position = 1
order by happened.year desc, happened.month desc nulls last, happened.milestone_id
limit $rows::integer
