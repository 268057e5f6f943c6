-- Which company was in which town from when to when?
-- One row per company and town it stayed in, one after the other, cut where a relocation from one town to another is on
-- record (one whose origin is not told leads away from where the one before led). since: year the stay began (arrival,
-- or the relocation there), null where not known; until: year it ended (the next relocation, or the closure of a
-- company that left), null while it lasts. Companies without a town, and those that left without a known year, have no
-- row, nor have stays abroad.
with relocations as (
    select
        milestones.company_id,
        coalesce(milestones.from_city, lag(milestones.to_city) over sequence) as from_city,
        milestones.to_city,
        milestones.year,
        row_number() over sequence as position
    from milestones
    where milestones.kind = 'relocation' and milestones.to_city is not null
    window sequence as (
        partition by milestones.company_id
        order by milestones.year, milestones.month nulls last, milestones.milestone_id
    )
),

moves as (
    select
        relocations.company_id,
        relocations.from_city,
        relocations.to_city,
        relocations.year,
        row_number() over sequence as position,
        lead(relocations.year) over sequence as next_year
    from relocations
    where relocations.from_city <> relocations.to_city
    window sequence as (partition by relocations.company_id order by relocations.position)
),

closures as (
    select
        milestones.company_id,
        max(milestones.year) as year
    from milestones
    where milestones.kind = 'closure'
    group by milestones.company_id
),

here as (
    select
        company.*,
        if(company.status = 'left', closures.year, null) as gone
    from company
    left join closures on company.company_id = closures.company_id
    where company.status <> 'left' or closures.year is not null
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
    places.name_en as town_en,
    places.name_de as town_de,
    places.ags,
    if(stays.town = company.city, company.lat, places.lat) as lat,
    if(stays.town = company.city, company.lon, places.lon) as lon
from stays
inner join company on stays.company_id = company.company_id
inner join places on stays.town = places.place
where places.country = 'DE'
