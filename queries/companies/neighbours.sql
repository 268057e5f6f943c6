-- Who else works in the same sector, and who else is in the same town?
-- One row per company (site) that is here and kind of neighbour: 'sector' (those of the same town first, then by name) or
-- 'town' (of another sector, those of the same market first, then by name); of each kind at most $rows (place: 1, 2 ...).
-- Parameters: $company (company id), $rows.
-- May be null: city.
with others as (
    select
        other.company_id,
        other.name,
        other.market,
        other.city,
        other.source_id,
        if(other.sector_id = company.sector_id, 'sector', 'town') as kind,
        if(other.sector_id = company.sector_id, other.city = company.city, other.market = company.market) as is_near
    from company
    inner join present as other
        on
            company.company_id <> other.company_id
            and (company.sector_id = other.sector_id or company.city = other.city)
    where company.company_id = $company::varchar
)

select
    others.kind,
    others.company_id,
    others.name,
    others.market,
    others.city,
    others.source_id,
    row_number() over (
        partition by others.kind
        order by coalesce(others.is_near, false) desc, others.name, others.company_id
    ) as place
from others
qualify place <= $rows::integer
order by others.kind, place
