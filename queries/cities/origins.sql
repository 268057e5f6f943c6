-- On which sources do the numbers of each city rest?
-- One row per city and source of its sites of a choice, left ones included, newest first. Parameters: $chosen and $since as
-- in counts.sql.
-- May be null: $since, url, published.
select
    sites.city,
    sites.source_title,
    sites.publisher,
    sites.url,
    sites.published,
    sites.tertiary,
    count(*) as companies
from sites_of($chosen::varchar[], $since::integer) as sites
where sites.fits
group by sites.city, sites.source_title, sites.publisher, sites.url, sites.published, sites.tertiary
order by sites.published desc nulls last, sites.city, sites.source_title
