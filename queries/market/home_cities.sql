-- Where are the parent companies at home?
-- One row per city of a parent's seat, most companies first. companies: sites in our list without those that left;
-- known of listed: sites whose parent's city is known. Parameter: $market (code).
with here as (
    select
        present.*,
        count(*) over () as listed,
        count(present.parent_city) over () as known
    from present
    where present.market = $market::varchar
)

select
    here.parent_city as city,
    places.lat,
    places.lon,
    count(*) as companies,
    here.known,
    here.listed,
    list_sort(list(distinct here.source_id)) as source_ids
from here
inner join places on here.parent_city = places.place
group by here.parent_city, places.lat, places.lon, here.known, here.listed
order by companies desc, here.parent_city
