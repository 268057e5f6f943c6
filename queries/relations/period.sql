-- Which years does this page reach over?
-- One row per page: first_year and last_year with an institution's beginning, a desk's or an event.
with years as (
    select since_year as year from institutions
    union all
    select since_year from desks
    union all
    select year from event
)

select
    min(years.year) as first_year,
    max(years.year) as last_year
from years
