-- On which newest values do sources disagree?
-- One row per series whose newest year has several values, those that speak for a market first. Parameter: $markets (list
-- of codes; empty: all). value: the preferred one; low, high: least and largest of all sources, in unit.
select
    latest_value.indicator_id,
    latest_value.market,
    latest_value.region,
    latest_value.year,
    latest_value.unit,
    latest_value.value,
    latest_value.qualifier,
    published.low,
    published.high,
    published.source_ids
from latest_value
inner join published
    on
        latest_value.indicator_id = published.indicator_id
        and latest_value.market = published.market
        and latest_value.region = published.region
        and latest_value.year = published.year
inner join series
    on
        latest_value.indicator_id = series.indicator_id
        and latest_value.market = series.market
        and latest_value.region = series.region
where within($markets::varchar[], latest_value.market) and published.is_disputed
order by series.position, latest_value.market, latest_value.indicator_id, latest_value.region
