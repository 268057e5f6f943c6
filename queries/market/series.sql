-- Which published figures of these groups exist for the market, and how did they develop?
-- One row per series (indicator and region) and year. position: order of the lines, the fresh ones (see the macro) first,
-- then the longest. Parameters: $market (code), $groups (list of indicator groups). value in unit (count or eur-m);
-- drawable: two points or more, none of them a decrease below zero.
with chosen as (
    select
        series.indicator_id,
        series.market,
        series.region,
        series.distance,
        series.points,
        series.last_year,
        series.drawable,
        max(series.last_year) over () as newest
    from series
    where
        series.market = $market::varchar
        and list_contains($groups::varchar[], series.group_id)
        and series.unit in ('count', 'eur-m')
),

lines as (
    select
        chosen.*,
        row_number() over (
            order by
                fresh(chosen.last_year, chosen.newest) desc,
                chosen.points desc,
                chosen.last_year desc,
                chosen.distance asc,
                chosen.indicator_id asc
        ) as position
    from chosen
)

select
    lines.position,
    lines.drawable,
    published.indicator_id,
    published.group_id,
    published.region,
    published.unit,
    published.year,
    published.value,
    published.qualifier,
    published.year = lines.last_year as is_latest,
    published.source_id,
    published.source_ids
from lines
inner join published
    on
        lines.indicator_id = published.indicator_id
        and lines.market = published.market
        and lines.region = published.region
order by lines.position, published.year
