-- Where in the region are this market's companies?
-- One row per place on the map (a postcode's centre where the postcode is known, else the town's), largest town first.
-- companies: sites in our list without those that left; town_companies: in the whole town; located of listed: sites that
-- have a place. Parameter: $market (code).
with here as (
    select
        present.*,
        count(*) over () as listed,
        count(present.lat) over () as located
    from present
    where present.market = $market::varchar
)

select
    here.city,
    here.lat,
    here.lon,
    count(*) as companies,
    sum(count(*)) over (partition by here.city)::bigint as town_companies,
    row_number() over (
        partition by here.city
        order by count(*) desc, here.lat, here.lon
    ) as place_in_town,
    here.located,
    here.listed,
    list_sort(list(distinct here.source_id)) as source_ids
from here
where here.lat is not null
group by here.city, here.lat, here.lon, here.located, here.listed
order by town_companies desc, here.city, place_in_town
