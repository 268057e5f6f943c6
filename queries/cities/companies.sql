-- Which sites of a choice are in which city?
-- One row per site that is here (see present), the newest first, those without a known year last; a page of them.
-- Parameters: $chosen and $since as in counts.sql, $rows and $skip. list_city: whose list it
-- is in; site_id: its id there.
-- May be null: $since, town, arrived, source_url.
select
    sites.city as list_city,
    sites.company_id as site_id,
    sites.name,
    sites.market,
    sites.sector_id,
    sites.role,
    sites.town,
    sites.arrived,
    sites.status,
    sites.source_title,
    sites.publisher,
    sites.url as source_url
from sites_of($chosen::varchar[], $since::integer) as sites
where sites.fits and sites.is_here
order by sites.arrived desc nulls last, lower(sites.name), list_city, site_id
limit $rows::integer offset $skip::integer
