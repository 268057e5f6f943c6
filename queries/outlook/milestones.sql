-- Which arrivals and expansions of the last years are behind a market in a sector?
-- One row per sign of it (see growth), newest first. Parameters: $market, $sector (codes), $since (first year that counts).
-- May be null: month.
select
    growth.company_id,
    growth.name,
    growth.kind,
    growth.year,
    growth.month,
    growth.source_id
from growth
where
    growth.market = $market::varchar
    and growth.sector_id = $sector::varchar
    and growth.year >= $since::integer
order by growth.year desc, growth.month desc nulls last, growth.company_id
