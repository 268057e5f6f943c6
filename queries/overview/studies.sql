-- How did the number of companies by country change across the studies?
-- One row per market and study year: values of the series that have the role studies, for the countries that at least two
-- studies name. value: companies.
select
    published.market,
    published.indicator_id,
    published.region,
    published.year,
    published.value,
    published.qualifier,
    published.source_id
from role_series
inner join published
    on
        role_series.indicator_id = published.indicator_id
        and role_series.market = published.market
        and role_series.region = published.region
where role_series.role = 'studies' and role_series.points >= 2 and published.market <> 'all'
order by published.year, published.value desc, published.market
