-- Which companies are here, of a market, in a field or found by a search, a page at a time?
-- One row per company, by name. Parameters: $market (code, or all), $kind and $code (as in present_of), $found (company ids
-- that a search found; null without a search), $rows and $skip. companies: how many there are on all pages.
-- May be null: $found, city, arrived.
select
    present.company_id,
    present.name,
    present.market,
    present.sector_id,
    present.city,
    present.arrived,
    present.status,
    present.source_id,
    count(*) over () as companies
from present_of($market::varchar, $kind::varchar, $code::varchar) as present
where $found::varchar[] is null or present.company_id in (select unnest($found::varchar[]))
order by plain(present.name), present.company_id
limit $rows::integer offset $skip::integer
