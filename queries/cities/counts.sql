-- How many sites of a choice has each city, and is that more of its list than elsewhere?
-- One row per city, most sites first. Parameters: $chosen (a list of facet=value: market, sector, theme, topic; a facet
-- that is not in it restricts nothing), $since (first year of arrival that counts, null for all). lacks: the facet that
-- the city's list does not keep (see cities_of): such a city has no number and counts in none of the others. companies:
-- sites that are here (see present) and of the choice; in_list: all that are here, from that year on if one is asked for;
-- share: companies / in_list (0..1); companies_cities, in_lists, share_cities: of all cities together; share_others: of
-- all but this one; specialisation: location quotient share / share_cities (Florence 1939; 1 = as in all cities), null
-- where no city has a site of the choice or no other city is compared. cities: how many have a site of the choice; rank:
-- by companies, cities that are level have the same.
-- May be null: $since, lacks, companies, share, share_cities, share_others, specialisation, rank.
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
        listed.city,
        listed.lacks,
        case when listed.lacks is null then coalesce(here.companies, 0) end as companies,
        coalesce(here.in_list, 0) as in_list,
        case when listed.lacks is null then coalesce(here.in_list, 0) else 0 end as compared
    from cities_of($chosen::varchar[]) as listed
    left join here on listed.city = here.city
),

summed as (
    select
        counted.*,
        coalesce(sum(counted.companies) over (), 0) as companies_cities,
        sum(counted.compared) over () as in_lists
    from counted
)

select
    summed.city as list_city,
    summed.lacks,
    summed.companies,
    summed.in_list,
    cast(summed.companies as double) / nullif(summed.in_list, 0) as share,
    cast(summed.companies_cities as bigint) as companies_cities,
    cast(summed.in_lists as bigint) as in_lists,
    cast(summed.companies_cities as double) / nullif(summed.in_lists, 0) as share_cities,
    cast(summed.companies_cities - summed.companies as double) / nullif(summed.in_lists - summed.in_list, 0) as share_others,
    case
        when summed.in_lists > summed.in_list
            then
                (cast(summed.companies as double) / nullif(summed.in_list, 0))
                / nullif(cast(summed.companies_cities as double) / nullif(summed.in_lists, 0), 0)
    end as specialisation,
    count(case when summed.companies > 0 then 1 end) over () as cities,
    case when summed.lacks is null then rank() over (order by summed.companies desc nulls last) end as rank
from summed
order by coalesce(summed.companies, -1) desc, summed.in_list desc, list_city
