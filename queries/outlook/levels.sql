-- Which components are known for a market in a sector, and how high are they?
-- One row per component. Parameters: $market, $sector (codes). level: 0..1 (mean percentile rank among all that have the
-- component); raw: the value behind it (see queries/model/outlook_*.sql); year, since_year: newest and oldest value that
-- take part; facts: how many; exact: false where a value is rounded or a bound; here_region: the region that the whole
-- country is compared with (gap). May be null: indicator_id, region, here_region.
select
    component.market,
    component.sector_id,
    component.component,
    component.level,
    component.raw,
    component.year,
    component.since_year,
    component.facts,
    component.exact,
    component.indicator_id,
    component.region,
    component.here_region,
    component.source_ids
from outlook_component as component
where component.market = $market::varchar and component.sector_id = $sector::varchar
order by component.component
