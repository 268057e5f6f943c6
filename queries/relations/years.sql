-- Which years does this page reach over?
-- One row per year from the first to the last with an institution's beginning, a desk's or an event.
with years as (
    select since_year as year from institutions
    union all
    select since_year from desks
    union all
    select year from event
)

select unnest(generate_series(min(years.year), max(years.year)))::integer as year
from years
order by year
