-- How did the published number of companies develop that speaks for each core market?
-- One row per core market and year, of the series that best_series names, as on the market's page. value: companies.
select
    published.market,
    published.indicator_id,
    published.region,
    published.year,
    published.value,
    published.qualifier,
    published.source_id
from best_series
inner join markets on best_series.market = markets.market
inner join published
    on
        best_series.indicator_id = published.indicator_id
        and best_series.market = published.market
        and best_series.region = published.region
where best_series.subject = 'companies' and markets.core
order by published.market, published.year
