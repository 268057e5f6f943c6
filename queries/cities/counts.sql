-- How many sites of a choice has each city, and is that more of its list than elsewhere?
-- One row per city, most sites first. Parameters: $chosen (a list of facet=value: market, sector, theme, topic; a facet that
-- is not in it restricts nothing), $since (first year of arrival that counts, null for all). companies: sites that are here
-- (see present) and of the choice; in_list: all that are here, from that year on if one is asked for; share: companies /
-- in_list (0..1); companies_cities, in_lists, share_cities: of all cities together; specialisation: location quotient
-- share / share_cities (Florence 1939; 1 = as in all cities), null where no city has a site of the choice.
-- cities: how many have a site of the choice; place, share_place: ranks by companies and by share, cities that are level
-- have the same.
-- May be null: $since, share, share_cities, specialisation.
with here as (
    select
        sites.city,
        count(*) filter (where sites.fits) as companies,
        count(*) as in_list
    from sites_of($chosen::varchar[], $since::integer) as sites
    where sites.is_here
    group by sites.city
),

counted as (
    select
        city_list.city,
        coalesce(here.companies, 0) as companies,
        coalesce(here.in_list, 0) as in_list,
        coalesce(sum(here.companies) over (), 0) as companies_cities,
        coalesce(sum(here.in_list) over (), 0) as in_lists
    from city_list
    left join here on city_list.city = here.city
)

select
    counted.city,
    counted.companies,
    counted.in_list,
    cast(counted.companies as double) / nullif(counted.in_list, 0) as share,
    cast(counted.companies_cities as bigint) as companies_cities,
    cast(counted.in_lists as bigint) as in_lists,
    cast(counted.companies_cities as double) / nullif(counted.in_lists, 0) as share_cities,
    (cast(counted.companies as double) / nullif(counted.in_list, 0))
    / nullif(cast(counted.companies_cities as double) / nullif(counted.in_lists, 0), 0) as specialisation,
    count(case when counted.companies > 0 then 1 end) over () as cities,
    rank() over (order by counted.companies desc) as place,
    rank() over (order by cast(counted.companies as double) / nullif(counted.in_list, 0) desc nulls last) as share_place
from counted
order by counted.companies desc, counted.in_list desc, counted.city
