-- How many companies are in each town, in a year or today?
-- One row per town with companies, most first. Parameters: $year (null: today, then stays without a known beginning count
-- too), $markets, $sectors, $roles (lists of codes, empty: all). companies: sites in our list. lat, lon: where on its
-- outline the town's name has most room; the town's centre where it is not outlined.
-- May be null: area, $year.
select
    found.town,
    found.area,
    coalesce(map_areas.lat, places.lat) as lat,
    coalesce(map_areas.lon, places.lon) as lon,
    count(*) as companies,
    list_sort(list(distinct found.source_id)) as source_ids
from stays_of($markets::varchar[], $sectors::varchar[], $roles::varchar[], $year::integer) as found
inner join places on found.town = places.place
left join map_areas on found.area = map_areas.code and map_areas.kind = 'towns'
where found.begun
group by found.town, found.area, places.lat, places.lon, map_areas.lat, map_areas.lon
order by companies desc, found.town
