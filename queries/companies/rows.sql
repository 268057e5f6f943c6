-- Which companies do the filters leave, a page at a time?
-- One row per company (site). Parameters: $chosen, $fewest, $most, $unstaffed and $found as in facets.sql, $sort (name,
-- market, sector, town, arrived or employees), $descending, $lang (de or en, for sorting by words), $rows and $skip. Missing
-- values come last either way. established: year in which this site began; employees: people at this site in
-- employees_year; topics: codes.
-- May be null: $found, $fewest, $most, former_names, parent, theme_id, city, arrived, established, employees,
-- employees_year.
with found as (
    select
        company.*,
        case $sort::varchar
            when 'market' then strip_accents(lower(if($lang::varchar = 'de', markets.name_de, markets.name_en)))
            when 'sector' then strip_accents(lower(if($lang::varchar = 'de', sectors.name_de, sectors.name_en)))
            when 'town' then strip_accents(lower(if($lang::varchar = 'de', places.name_de, places.name_en)))
            when 'name' then strip_accents(lower(company.name))
        end as words,
        case $sort::varchar
            when 'arrived' then company.arrived
            when 'employees' then company.employees
        end as amount
    from company
    inner join markets on company.market = markets.market
    inner join sectors on company.sector_id = sectors.sector_id
    left join places on company.city = places.place
    where
        company.company_id in (
            select missing.company_id
            from missing($chosen::varchar[], $fewest::integer, $most::integer, $unstaffed::boolean) as missing
            where missing.missed = 0
        )
        and ($found::varchar[] is null or company.company_id in (select unnest($found::varchar[])))
)

select
    found.company_id,
    found.name,
    found.former_names,
    found.parent,
    found.market,
    found.sector_id,
    found.theme_id,
    found.topics,
    found.role,
    found.city,
    found.arrived,
    found.established,
    found.employees,
    found.employees_year,
    found.status,
    found.milestones,
    found.note_en,
    found.note_de,
    found.source_id
from found
order by
    case when $descending::boolean then found.words end desc nulls last,
    case when not $descending::boolean then found.words end asc nulls last,
    case when $descending::boolean then found.amount end desc nulls last,
    case when not $descending::boolean then found.amount end asc nulls last,
    strip_accents(lower(found.name)),
    found.company_id
limit $rows::integer offset $skip::integer
