-- Of which regions and years is the number of inhabitants published?
-- One row per region and year. value: inhabitants.
select
    published.region,
    published.year,
    published.value,
    published.qualifier,
    published.source_id
from published
where published.indicator_id = 'total-population' and published.market = 'all'
order by published.region, published.year
