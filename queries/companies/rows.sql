-- Which companies do the filters leave, a page at a time?
-- One row per company (site). Parameters: the filters as in facets.sql ($markets, $sectors, $themes, $roles, $towns,
-- $periods, $statuses, $histories, $found), $sort (name, market, sector, town, arrived or employees), $descending,
-- $lang (de or en, for sorting by words), $rows and $skip. Missing values come last either way.
with found as (
    select
        faceted.*,
        markets.name_en as market_en,
        markets.name_de as market_de,
        case $sort::varchar
            when 'market' then strip_accents(lower(if($lang::varchar = 'de', markets.name_de, markets.name_en)))
            when 'sector' then strip_accents(lower(if($lang::varchar = 'de', sectors.name_de, sectors.name_en)))
            when 'town' then strip_accents(lower(if($lang::varchar = 'de', faceted.town_de, faceted.town_en)))
            when 'name' then strip_accents(lower(faceted.name))
        end as words,
        case $sort::varchar
            when 'arrived' then faceted.arrived
            when 'employees' then faceted.employees
        end as amount
    from faceted
    inner join markets on faceted.market = markets.market
    inner join sectors on faceted.sector_id = sectors.sector_id
    where
        within($markets::varchar[], faceted.market)
        and within($sectors::varchar[], faceted.sector_id)
        and within($themes::varchar[], faceted.theme)
        and within($roles::varchar[], faceted.role)
        and within($towns::varchar[], faceted.town)
        and within($periods::varchar[], faceted.arrival)
        and within($statuses::varchar[], faceted.status)
        and within($histories::varchar[], faceted.history)
        and ($found::varchar[] is null or faceted.company_id in (select unnest($found::varchar[])))
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
    found.publisher,
    found.url
from found
order by
    case when $descending::boolean then found.words end desc nulls last,
    case when not $descending::boolean then found.words end asc nulls last,
    case when $descending::boolean then found.amount end desc nulls last,
    case when not $descending::boolean then found.amount end asc nulls last,
    strip_accents(lower(found.name)),
    found.company_id
limit $rows::bigint offset $skip::bigint
