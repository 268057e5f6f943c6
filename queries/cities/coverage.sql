-- How deep are the lists of the cities?
-- One row per city with a published number of companies that its list may be held against (see city_cover): that of the city
-- itself, else the first one of a larger area. Parameter: $market (code, or all).
-- May be null: url.
select
    city_cover.city,
    city_cover.area_en,
    city_cover.area_de,
    city_cover.name_en,
    city_cover.name_de,
    city_cover.listed,
    city_cover.value,
    city_cover.qualifier,
    city_cover.year,
    city_cover.share,
    city_cover.source_title,
    city_cover.publisher,
    city_cover.url
from city_cover
where city_cover.market = $market::varchar
qualify row_number() over (partition by city_cover.city order by city_cover.is_own desc, city_cover.area_en) = 1
order by city_cover.share desc, city_cover.city
