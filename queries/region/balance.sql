-- Which towns gained and which lost companies by relocation, up to a year?
-- One row per town of the region with a relocation from or to another town, largest net gain first. Parameters as in
-- moves.sql: $year, $markets, $sectors, $roles. arrivals, departures: relocations; net: arrivals minus departures;
-- jobs_in, jobs_out: people moved with them where known (null: of none known).
with moves as (
    select milestone.*
    from milestone
    inner join company on milestone.company_id = company.company_id
    where
        milestone.kind = 'relocation'
        and milestone.from_city <> milestone.to_city
        and (len($markets::varchar[]) = 0 or list_contains($markets::varchar[], company.market))
        and (len($sectors::varchar[]) = 0 or list_contains($sectors::varchar[], company.sector_id))
        and (len($roles::varchar[]) = 0 or list_contains($roles::varchar[], company.role))
        and milestone.year <= coalesce($year::integer, milestone.year)
),

sides as (
    select moves.to_city as town, 1 as arrival, 0 as departure, moves.jobs as jobs_in, null as jobs_out, moves.source_id
    from moves
    union all
    select moves.from_city, 0, 1, null, moves.jobs, moves.source_id
    from moves
)

select
    sides.town,
    places.name_en,
    places.name_de,
    places.ags,
    places.lat,
    places.lon,
    cast(sum(sides.arrival) as integer) as arrivals,
    cast(sum(sides.departure) as integer) as departures,
    cast(sum(sides.arrival) - sum(sides.departure) as integer) as net,
    cast(sum(sides.jobs_in) as integer) as jobs_in,
    cast(sum(sides.jobs_out) as integer) as jobs_out,
    list(distinct sides.source_id) as source_ids
from sides
inner join places on sides.town = places.place
where places.ags is not null
group by sides.town, places.name_en, places.name_de, places.ags, places.lat, places.lon
order by net desc, arrivals desc, sides.town
