-- Which region lies in which?
-- One row per region and region that it lies in, directly or through others. Each step reaches twice as far as
-- the one before (not every engine knows recursion): the last one 16 regions up.
with one as (
    select
        regions.region,
        regions.within as whole
    from regions
    where regions.within is not null
),

two as (
    select one.*
    from one
    union
    select
        one.region,
        further.whole
    from one
    inner join one as further on one.whole = further.region
),

four as (
    select two.*
    from two
    union
    select
        two.region,
        further.whole
    from two
    inner join two as further on two.whole = further.region
),

eight as (
    select four.*
    from four
    union
    select
        four.region,
        further.whole
    from four
    inner join four as further on four.whole = further.region
),

sixteen as (
    select eight.*
    from eight
    union
    select
        eight.region,
        further.whole
    from eight
    inner join eight as further on eight.whole = further.region
)

select
    sixteen.region,
    sixteen.whole
from sixteen
