-- By which published figures can the map of the world be drawn?
-- One row per measure (`companies` of the role `map-companies`), in the order of the table, with the first of its
-- indicators and the region that it is about.
select
    replace(indicator_roles.role, 'map-', '') as measure,
    indicator_roles.indicator_id,
    indicator_roles.region
from indicator_roles
where starts_with(indicator_roles.role, 'map-')
qualify row_number() over (partition by indicator_roles.role order by indicator_roles.position) = 1
order by indicator_roles.rowid
