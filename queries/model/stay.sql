-- Which company was in which town from when to when?
-- One row per company and town it stayed in, one after the other, cut where a move of the whole company is on record (see
-- move). since: year the stay began (arrival, or the move there), null where not known; until: year it ended (the next
-- move; for a company that left its closure, or the move away; for one of which nobody tells any more the year after the
-- last news), null while it lasts. Companies that are only announced,
-- those without a town, and those that left without a known year have no row, nor have stays abroad.
with moves as (
    select move.*
    from move
    where move.scope = 'whole'
),

closures as (
    select
        milestones.company_id,
        max(milestones.year) as year
    from milestones
    where milestones.kind = 'closure'
    group by milestones.company_id
),

departures as (
    select
        moves.company_id,
        moves.year
    from moves
    inner join companies on moves.company_id = companies.company_id and moves.from_city = companies.city
    where moves.next_year is null
),

here as (
    select
        company.*,
        case
            when company.status = 'left' then coalesce(closures.year, departures.year)
            when company.status = 'unheard' then company.heard + 1
        end as gone
    from company
    left join closures on company.company_id = closures.company_id
    left join departures on company.company_id = departures.company_id
    where
        company.status not in ('left', 'announced')
        or (company.status = 'left' and coalesce(closures.year, departures.year) is not null)
),

stays as (
    select here.company_id, here.city as town, here.arrived as since, here.gone as until
    from here
    where here.city is not null and here.company_id not in (select moves.company_id from moves)
    union all
    select moves.company_id, moves.from_city, if(here.arrived < moves.year, here.arrived, null), moves.year
    from moves
    inner join here on moves.company_id = here.company_id
    where moves.position = 1
    union all
    select moves.company_id, moves.to_city, moves.year, coalesce(moves.next_year, here.gone)
    from moves
    inner join here on moves.company_id = here.company_id
    where here.gone is null or here.gone > moves.year
)

select
    stays.company_id,
    stays.town,
    stays.since,
    stays.until,
    company.name,
    company.market,
    company.sector_id,
    company.role,
    company.source_id,
    places.area,
    if(stays.town = company.city, company.lat, places.lat) as lat,
    if(stays.town = company.city, company.lon, places.lon) as lon
from stays
inner join company on stays.company_id = company.company_id
inner join places on stays.town = places.place
inner join city on places.country = city.country
