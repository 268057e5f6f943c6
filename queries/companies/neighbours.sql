-- Who else works in the same sector, nearest first?
-- One row per company (site) of the same sector that is here, those of the same town first, then by name; at most $rows.
-- Parameters: $company (company id), $rows. same_town: whether it is in the same town.
select
    other.company_id,
    other.name,
    other.market,
    other.town_en,
    other.town_de,
    other.source_id,
    coalesce(other.city = company.city, false) as same_town
from company
inner join company as other on company.sector_id = other.sector_id and company.company_id <> other.company_id
where company.company_id = $company::varchar and other.status <> 'left'
order by coalesce(other.city = company.city, false) desc, other.name, other.company_id
limit $rows::integer
