-- How many people live in a region?
-- One row per region and year with a published number (the indicator that has this role). value: inhabitants.
select
    published.region,
    published.year,
    published.value,
    published.qualifier,
    published.source_id
from published
inner join indicator_roles on published.indicator_id = indicator_roles.indicator_id
where indicator_roles.role = 'inhabitants' and published.market = 'all'
