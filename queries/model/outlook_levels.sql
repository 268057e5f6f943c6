-- How high are all components of the outlook for a market in a sector?
-- One row per market and sector of outlook_component, with the level (0..1) of each component, null where it is not known.
select
    component.market,
    component.sector_id,
    max(component.level) filter (where component.component = 'projects') as projects_level,
    max(component.level) filter (where component.component = 'companies') as companies_level,
    max(component.level) filter (where component.component = 'arrivals') as arrivals_level,
    max(component.level) filter (where component.component = 'signals') as signals_level,
    max(component.level) filter (where component.component = 'gap') as gap_level
from outlook_component as component
group by component.market, component.sector_id
