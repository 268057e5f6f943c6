-- How many sites of a choice came to each city in each period?
-- One row per city that keeps the facets of the choice (see cities_of) and period (see periods; across several cities those
-- of the first one), also without an arrival.
-- Parameters: $chosen and $since as in counts.sql. Sites that left again count: they arrived. span: the period's number;
-- dated of told: sites of the choice in the city's list with a known year of arrival;
-- share: of these (0..1), null where there is none.
-- May be null: $since, from_year, until_year, share.
with fitting as (
    select sites.city, sites.arrived
    from sites_of($chosen::varchar[], $since::integer) as sites
    where sites.fits
),

counted as (
    select
        fitting.city,
        count(fitting.arrived) as dated,
        count(*) as told
    from fitting
    group by fitting.city
)

select
    listed.city as list_city,
    periods.period as span,
    periods.from_year,
    periods.until_year,
    count(fitting.city) as arrivals,
    cast(count(fitting.city) as double) / nullif(max(counted.dated), 0) as share,
    coalesce(max(counted.dated), 0) as dated,
    coalesce(max(counted.told), 0) as told
from cities_of($chosen::varchar[]) as listed
cross join periods
left join counted on listed.city = counted.city
left join fitting
    on
        listed.city = fitting.city
        and fitting.arrived >= coalesce(periods.from_year, fitting.arrived)
        and fitting.arrived <= coalesce(periods.until_year, fitting.arrived)
where listed.lacks is null
group by listed.city, periods.period, periods.from_year, periods.until_year
order by list_city, span
