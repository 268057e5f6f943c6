-- Who else works in the same sector, and who else is in the same town?
-- One row per company (site) that is here and kind of neighbour: 'sector' (those of the same town first, then by name) or
-- 'town' (of another sector, those of the same market first, then by name); of each kind at most $rows.
-- Parameters: $company (company id), $rows.
with others as (
    select
        other.company_id,
        other.name,
        other.market,
        other.town_en,
        other.town_de,
        other.source_id,
        if(other.sector_id = company.sector_id, 'sector', 'town') as kind,
        if(other.sector_id = company.sector_id, other.city = company.city, other.market = company.market) as is_near
    from company
    inner join company as other
        on
            company.company_id <> other.company_id
            and (company.sector_id = other.sector_id or company.city = other.city)
    where company.company_id = $company::varchar and other.status <> 'left'
),

ordered as (
    select
        others.*,
        row_number() over (
            partition by others.kind
            order by coalesce(others.is_near, false) desc, others.name, others.company_id
        ) as position
    from others
)

select
    ordered.kind,
    ordered.company_id,
    ordered.name,
    ordered.market,
    ordered.town_en,
    ordered.town_de,
    ordered.source_id
from ordered
where ordered.position <= $rows::integer
order by ordered.kind, ordered.position
