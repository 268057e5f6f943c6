-- What can be chosen of the cities' lists?
-- One row per facet (market, sector, theme, topic; since: years of arrival) and value that a site has which is here (see
-- present), the frequent first. companies: such sites in all cities; a site counts for each of its topics.
with told as (
    select 'market' as facet, city_site.market as value from city_site where city_site.is_here
    union all
    select 'sector', city_site.sector_id from city_site where city_site.is_here
    union all
    select 'theme', city_site.theme_id from city_site where city_site.is_here and city_site.theme_id is not null
    union all
    select 'since', cast(city_site.arrived as varchar)
    from city_site
    where city_site.is_here and city_site.arrived is not null
    union all
    select 'topic', topics.topic
    from (select unnest(city_site.topics) as topic from city_site where city_site.is_here) as topics
)

select
    told.facet,
    told.value,
    count(*) as companies
from told
group by told.facet, told.value
order by told.facet, companies desc, told.value
