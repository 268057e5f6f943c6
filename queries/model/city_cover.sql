-- How deep is the list of this city: how much of a published number of companies does it hold, like with like?
-- One row per market and region with a published count that may be compared (see covered), in words, because codes of
-- indicators and regions are each city's own. is_own: the region is the city itself.
select
    city.place as city,
    covered.market,
    covered.region = city.region as is_own,
    regions.name_en as area_en,
    regions.name_de as area_de,
    indicator_types.name_en,
    indicator_types.name_de,
    covered.listed,
    covered.value,
    covered.qualifier,
    covered.year,
    covered.share,
    sources.title as source_title,
    sources.publisher,
    sources.url
from covered
cross join city
inner join regions on covered.region = regions.region
inner join indicator_types on covered.indicator_id = indicator_types.indicator_id
inner join sources on covered.source_id = sources.source_id
