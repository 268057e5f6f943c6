-- How many companies are here, by whose count, and how did each count develop?
-- One row per series (indicator and region) and year. Series of different definitions are never one line.
-- position: order of the series; the first is the one that speaks for the market (see series). distance: closeness of the
-- region to the city (1: the city itself). Parameter: $market (code). value: companies.
select
    series.position,
    published.indicator_id,
    published.region,
    series.distance,
    published.year,
    published.value,
    published.qualifier,
    published.source_id,
    published.source_ids
from series
inner join published
    on
        series.indicator_id = published.indicator_id
        and series.market = published.market
        and series.region = published.region
where series.market = $market::varchar and series.subject = 'companies' and series.unit = 'count'
order by series.position, published.year
