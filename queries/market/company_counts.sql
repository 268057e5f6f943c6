-- How many companies are here, by whose count, and how did each count develop?
-- One row per series (indicator and region) and year. Series of different definitions are never one line.
-- Order: series closest to the city and longest first. Parameter: $market (code). value: companies (unit count).
with counted as (
    select
        published.indicator_id,
        published.region,
        count(*) as points,
        max(published.year) as last_year,
        max(max(published.year)) over () - 5 as alive_since,
        case published.region when 'DUS' then 1 when 'DUS-REGION' then 2 when 'IHK-DUS' then 3 when 'NRW' then 4 else 5 end
            as distance
    from published
    where
        published.market = $market::varchar
        and published.group_id = 'companies'
        and published.unit = 'count'
    group by published.indicator_id, published.region
),

series as (
    select
        counted.*,
        row_number() over (
            order by
                counted.last_year >= counted.alive_since desc,
                counted.distance asc,
                counted.points desc,
                counted.indicator_id asc
        ) as position
    from counted
)

select
    series.position,
    series.points,
    series.last_year,
    published.indicator_id,
    published.region,
    indicator_types.name_en,
    indicator_types.name_de,
    indicator_types.definition_en,
    indicator_types.definition_de,
    published.year,
    published.value,
    published.qualifier,
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
