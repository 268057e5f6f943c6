-- Which codes of the city's own file stand in no table?
-- One row per offending key of city.toml; what the pages show first may be left empty.
with known as (
    select place as code, 'places.csv' as file from places
    union all
    select market, 'markets.csv' from markets
    union all
    select region, 'regions.csv' from regions
),

named as (
    select keys.key, keys.file, described.city ->> ('$.' || keys.key) as code
    from
        described,
        (
            values
            ('place', 'places.csv'),
            ('country', 'markets.csv'),
            ('region', 'regions.csv'),
            ('first.market', 'markets.csv'),
            ('first.arrivals', 'markets.csv'),
            ('first.way.market', 'markets.csv'),
            ('first.way.region', 'regions.csv')
        ) as keys (key, file)
)

select
    'city.toml' as file,
    named.key as id,
    named.key as column_name,
    named.code as value,
    'no row of {other} has this code' as rule,
    'Write the code as in that table, or add the row there.' as mend,
    named.file as other
from named
anti join known on named.file = known.file and named.code = known.code
where named.code <> '' or named.key not like 'first.%'
order by named.key
