-- Which series may play which part in a picture or a calculation?
-- One row per role, indicator, market and region (see indicator_roles). place: order within the role; position, distance,
-- points, alive: as in series.
select
    indicator_roles.role,
    indicator_roles.position as place,
    series.*
from indicator_roles
inner join series
    on
        indicator_roles.indicator_id = series.indicator_id
        and series.region = coalesce(indicator_roles.region, series.region)
