-- Which codes of the city's own file stand in no table?
-- One row per offending key of city.toml.
select
    'city.toml' as file,
    named.key as id,
    named.key as column_name,
    named.code as value,
    'no row of ' || named.table_name || ' has this code' as rule,
    'Write the code as in that table, or add the row there.' as mend
from (
    select 'place' as key, place as code, 'places.csv' as table_name from city
    where place not in (select places.place from places)
    union all
    select 'country', country, 'markets.csv' from city
    where country not in (select markets.market from markets)
    union all
    select 'region', region, 'regions.csv' from city
    where region not in (select regions.region from regions)
) as named
order by named.key
