-- Which towns gained and which lost companies by relocation, up to a year?
-- One row per town of the region with a relocation from or to another town, largest net gain first. Parameters as in
-- moves.sql: $year, $markets, $sectors, $roles. arrivals, departures: relocations; net: arrivals minus departures.
-- May be null: $year.
with moves as (
    select move.*
    from move
    inner join company on move.company_id = company.company_id
    where
        within($markets::varchar[], company.market)
        and within($sectors::varchar[], company.sector_id)
        and within($roles::varchar[], company.role)
        and move.year <= coalesce($year::integer, move.year)
),

sides as (
    select moves.to_city as town, 1 as arrival, 0 as departure, moves.source_id
    from moves
    union all
    select moves.from_city, 0, 1, moves.source_id
    from moves
)

select
    sides.town,
    places.lat,
    places.lon,
    cast(sum(sides.arrival) as integer) as arrivals,
    cast(sum(sides.departure) as integer) as departures,
    cast(sum(sides.arrival) - sum(sides.departure) as integer) as net,
    list_sort(list(distinct sides.source_id)) as source_ids
from sides
inner join places on sides.town = places.place
where places.area is not null
group by sides.town, places.lat, places.lon
order by net desc, arrivals desc, sides.town
