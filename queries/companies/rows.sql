-- Which companies do the filters leave, a page at a time?
-- One row per company (site). Parameters: the filters as in facets.sql ($markets, $sectors, $themes, $roles, $towns,
-- $periods, $statuses, $histories, $found), $sort (name, market, sector, town, arrived or employees), $descending,
-- $lang (de or en, for sorting by words), $rows and $skip. Missing values come last either way.
with found as (
    select
        company.*,
        markets.name_en as market_en,
        markets.name_de as market_de,
        case $sort::varchar
            when 'market' then strip_accents(lower(if($lang::varchar = 'de', markets.name_de, markets.name_en)))
            when 'sector' then strip_accents(lower(if($lang::varchar = 'de', sectors.name_de, sectors.name_en)))
            when 'town' then strip_accents(lower(if($lang::varchar = 'de', company.town_de, company.town_en)))
            when 'name' then strip_accents(lower(company.name))
        end as words,
        case $sort::varchar
            when 'arrived' then company.arrived
            when 'employees' then company.employees
        end as amount
    from company
    inner join markets on company.market = markets.market
    inner join sectors on company.sector_id = sectors.sector_id
    where
        (len($markets::varchar[]) = 0 or list_contains($markets::varchar[], company.market))
        and (len($sectors::varchar[]) = 0 or list_contains($sectors::varchar[], company.sector_id))
        and (len($themes::varchar[]) = 0 or list_contains($themes::varchar[], coalesce(company.theme_id, 'none')))
        and (len($roles::varchar[]) = 0 or list_contains($roles::varchar[], company.role))
        and (len($towns::varchar[]) = 0 or list_contains($towns::varchar[], coalesce(company.city, 'unknown')))
        and (
            len($periods::varchar[]) = 0
            or list_contains($periods::varchar[], coalesce(cast(company.period as varchar), 'unknown'))
        )
        and (len($statuses::varchar[]) = 0 or list_contains($statuses::varchar[], company.status))
        and (
            len($histories::varchar[]) = 0
            or list_contains($histories::varchar[], if(company.milestones > 0, 'yes', 'no'))
        )
        and ($found::varchar[] is null or company.company_id in (select unnest($found::varchar[])))
)

select
    found.company_id,
    found.name,
    found.former_names,
    found.parent,
    found.market,
    found.market_en,
    found.market_de,
    found.sector_id,
    found.theme_id,
    found.role,
    found.town_en,
    found.town_de,
    found.arrived,
    found.employees,
    found.employees_year,
    found.status,
    found.milestones,
    found.note_en,
    found.note_de,
    found.source_id,
    sources.publisher,
    sources.url
from found
inner join sources on found.source_id = sources.source_id
order by
    case when $descending::boolean then found.words end desc nulls last,
    case when not $descending::boolean then found.words end asc nulls last,
    case when $descending::boolean then found.amount end desc nulls last,
    case when not $descending::boolean then found.amount end asc nulls last,
    strip_accents(lower(found.name)),
    found.company_id
limit $rows::bigint offset $skip::bigint
