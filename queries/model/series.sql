-- Which series of published values are there, and in which order do they speak for a market?
-- One row per indicator, market and region. points: its values, from first_year to last_year; subject, rank: of its
-- definition; distance: closeness of the region to the city (1: the city itself); drawable: two points or more, none below
-- zero. position orders a market's series of one subject (of one group, where they have no subject), and is the only rule
-- of which speaks first (lists of panels have orders of their own): those that are alive first, of these the ones that may
-- speak (rank), then for a core market the region that most core markets have, so that they stand side by side, then the
-- region closest to the city, the better definition, the most points. alive: fresh (see the macro) beside the newest that
-- may speak, or, where none may, beside the newest of all.
with counted as (
    select
        published.indicator_id,
        published.group_id,
        published.unit,
        indicator_types.subject,
        indicator_types.rank,
        published.market,
        markets.core,
        published.region,
        regions.rank as distance,
        count(*) as points,
        min(published.year) as first_year,
        max(published.year) as last_year,
        count(*) > 1 and min(published.value) >= 0 as drawable,
        coalesce(indicator_types.subject, published.group_id) as topic
    from published
    inner join indicator_types on published.indicator_id = indicator_types.indicator_id
    inner join markets on published.market = markets.market
    inner join regions on published.region = regions.region
    group by
        published.indicator_id, published.group_id, published.unit, indicator_types.subject, indicator_types.rank,
        published.market, markets.core, published.region, regions.rank
),

dated as (
    select
        counted.*,
        fresh(
            counted.last_year,
            coalesce(
                max(case when counted.rank is not null then counted.last_year end) over own,
                max(counted.last_year) over own
            )
        ) as alive
    from counted
    window own as (partition by counted.market, counted.topic)
),

side_by_side as (
    select dated.topic, dated.region
    from dated
    where dated.core and dated.alive and dated.rank is not null
    group by dated.topic, dated.region, dated.distance
    having 2 * count(distinct dated.market) > (select count(*) from markets where markets.core)
    qualify row_number() over (partition by dated.topic order by dated.distance) = 1
)

select
    dated.indicator_id,
    dated.group_id,
    dated.unit,
    dated.subject,
    dated.rank,
    dated.market,
    dated.region,
    dated.distance,
    dated.points,
    dated.first_year,
    dated.last_year,
    dated.drawable,
    dated.alive,
    row_number() over (
        partition by dated.market, dated.topic
        order by
            dated.alive desc,
            dated.rank is null,
            dated.core and side_by_side.region is not null desc,
            dated.distance,
            dated.rank,
            dated.points desc,
            dated.indicator_id
    ) as position
from dated
left join side_by_side on dated.topic = side_by_side.topic and dated.region = side_by_side.region
