-- Which years does this page reach over?
-- One row per year from the first to the last with an institution's beginning, a desk's or an event.
with years as (
    select since_year as year from institutions
    union all
    select since_year from desks
    union all
    select year from event
),

reach as (
    select
        min(years.year) as first_year,
        max(years.year) as last_year
    from years
)

select cast(every.year as integer) as year
from (select unnest(generate_series(reach.first_year, reach.last_year)) as year from reach) as every
order by year
