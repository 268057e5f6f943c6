-- How many companies are in each town, in a year or today?
-- One row per town with companies, most first. Parameters: $year (null: today, then stays without a known beginning count
-- too), $markets, $sectors, $roles (lists of codes, empty: all). companies: sites in our list. lat, lon: where on its
-- outline the town's name has most room; the town's centre where it is not outlined.
select
    stay.town,
    stay.town_en as name_en,
    stay.town_de as name_de,
    stay.ags,
    coalesce(map_areas.lat, places.lat) as lat,
    coalesce(map_areas.lon, places.lon) as lon,
    count(*) as companies,
    list(distinct stay.source_id) as source_ids
from stay
inner join places on stay.town = places.place
left join map_areas on stay.ags = map_areas.code and map_areas.kind = 'towns'
where
    (len($markets::varchar[]) = 0 or list_contains($markets::varchar[], stay.market))
    and (len($sectors::varchar[]) = 0 or list_contains($sectors::varchar[], stay.sector_id))
    and (len($roles::varchar[]) = 0 or list_contains($roles::varchar[], stay.role))
    and ($year::integer is null or stay.since <= $year::integer)
    and (stay.until is null or stay.until > coalesce($year::integer, stay.until))
group by stay.town, stay.town_en, stay.town_de, stay.ags, places.lat, places.lon, map_areas.lat, map_areas.lon
order by companies desc, stay.town
