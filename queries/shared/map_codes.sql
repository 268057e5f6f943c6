-- Which areas do the shapes outline?
-- One row per area and kind: towns (code: area of places.csv) and outlines (the larger areas around them;
-- code: a running number).
select
    kind,
    code
from map_areas
order by kind, code
