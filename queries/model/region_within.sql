-- Which region lies in which?
-- One row per region and region that it lies in, directly or through others.
with recursive inside as (
    select regions.region, regions.within as whole
    from regions
    where regions.within is not null
    union all
    select inside.region, regions.within
    from inside
    inner join regions on inside.whole = regions.region
    where regions.within is not null
)

select
    inside.region,
    inside.whole
from inside
