-- Of which month is the newest fact?
-- One row per data folder: year and month in which its newest source with a known month was published; none without such
-- a source.
select
    year_of(sources.published) as year,
    try_cast(substr(sources.published, 6, 2) as integer) as month
from sources
where length(sources.published) >= 7
order by sources.published desc
limit 1
