-- How many companies are in each town, in a year or today?
-- One row per town with companies, most first. Parameters: $year (null: today, then stays without a known beginning count
-- too), $markets, $sectors, $roles (lists of codes, empty: all). companies: sites in our list.
select
    found.town,
    found.town_en as name_en,
    found.town_de as name_de,
    found.ags,
    places.lat,
    places.lon,
    count(*) as companies,
    list(distinct found.source_id) as source_ids
from stays_of($markets, $sectors, $roles, $year) as found
inner join places on found.town = places.place
where found.begun
group by found.town, found.town_en, found.town_de, found.ags, places.lat, places.lon
order by companies desc, found.town
