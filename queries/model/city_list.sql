-- Which city is this, and how large and how new is its list?
-- One row per data folder: city and country as codes; companies: sites in its list that are here (see present); dated: those
-- of which the year of arrival is known; year, month: of its newest fact (see as_of), null where none is dated.
-- Several cities' rows below one another are what questions across cities read (queries/cities/).
with here as (
    select
        count(*) as companies,
        count(present.arrived) as dated
    from present
)

select
    city.place as city,
    city.country,
    here.companies,
    here.dated,
    as_of.year,
    as_of.month
from city
cross join here
left join as_of on true
