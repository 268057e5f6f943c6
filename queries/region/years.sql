-- From which year to which is there something to see on the map?
-- One row per data set: first_year, by which one in twenty dated stays had begun (the few before would make a long empty
-- start; today's where no stay is dated), and last_year, that of $today (a date).
with begun as (
    select
        stay.since,
        row_number() over (order by stay.since) as place,
        count(*) over () as dated
    from stay
    where stay.since is not null
)

select
    coalesce(
        cast(min(begun.since) filter (where 20 * begun.place >= begun.dated) as integer), year($today::date)
    ) as first_year,
    year($today::date) as last_year
from begun
