-- How many companies are here, by whose count, and how did each count develop?
-- One row per series (indicator and region) and year. Series of different definitions are never one line.
-- position: order of the series; the first is the one that speaks for the market (see series). Parameter: $market (code).
-- value: companies.
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
    published.publisher,
    published.url
from series
inner join published
    on
        series.indicator_id = published.indicator_id
        and series.market = published.market
        and series.region = published.region
inner join indicator_types on series.indicator_id = indicator_types.indicator_id
where series.market = $market::varchar and series.subject = 'companies' and series.unit = 'count'
order by series.position, published.year
