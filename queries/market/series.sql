-- Which published figures of these groups exist for the market, and how did they develop?
-- One row per series (indicator and region) and year. position: order of the series, the living ones first (newest point at
-- most eight years older than the groups' newest), then by number of points. Parameters: $market (code), $groups (list of
-- indicator groups). value in unit (count or eur-m); drawable: two points or more, none of them a decrease below zero.
with counted as (
    select
        published.indicator_id,
        published.region,
        count(*) as points,
        min(published.value) as lowest,
        max(published.year) as last_year,
        max(max(published.year)) over () - 8 as alive_since,
        case published.region when 'DUS' then 1 when 'DUS-REGION' then 2 when 'IHK-DUS' then 3 when 'NRW' then 4 else 5 end
            as distance
    from published
    where
        published.market = $market::varchar
        and list_contains($groups::varchar[], published.group_id)
        and published.unit in ('count', 'eur-m')
    group by published.indicator_id, published.region
),

series as (
    select
        counted.*,
        row_number() over (
            order by
                counted.last_year >= counted.alive_since desc,
                counted.points desc,
                counted.last_year desc,
                counted.distance asc,
                counted.indicator_id asc
        ) as position
    from counted
)

select
    series.position,
    series.points,
    series.points > 1 and series.lowest >= 0 as drawable,
    published.indicator_id,
    published.group_id,
    published.region,
    published.unit,
    indicator_types.name_en,
    indicator_types.name_de,
    published.year,
    published.value,
    published.qualifier,
    published.year = max(published.year) over (partition by series.position) as is_latest,
    published.source_id,
    published.source_ids,
    sources.publisher,
    sources.url
from series
inner join published
    on
        series.indicator_id = published.indicator_id
        and series.region = published.region
        and published.market = $market::varchar
inner join indicator_types on series.indicator_id = indicator_types.indicator_id
inner join sources on published.source_id = sources.source_id
order by series.position, published.year
