-- From which year to which is there something to see on the map?
-- One row per data set: first_year, by which one in twenty dated stays had begun (the few before would make a long empty
-- start; today's where no stay is dated), and last_year, that of $today (a date).
select
    coalesce(cast(quantile_disc(stay.since, 0.05) as integer), year($today::date)) as first_year,
    year($today::date) as last_year
from stay
