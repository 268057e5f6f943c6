-- Which components are known for each market in each sector, and how high are they?
-- One row per market, sector and component. Parameters: $market and $sector (null: all). level: 0..1 (mean percentile rank
-- among all that have the component); raw: the value behind it (see queries/model/outlook_*.sql); year, since_year: newest
-- and oldest value that take part; facts: how many; exact: false where a value is rounded or a bound.
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
    indicator_types.name_en,
    indicator_types.name_de,
    component.source_ids
from outlook_component as component
left join indicator_types on component.indicator_id = indicator_types.indicator_id
where
    component.market = coalesce($market::varchar, component.market)
    and component.sector_id = coalesce($sector::varchar, component.sector_id)
order by component.market, component.sector_id, component.component
