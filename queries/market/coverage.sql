-- How much of the published number of companies is in our list, like with like?
-- One row per region with a published count that may be compared (see covered). Parameter: $market (code).
select
    covered.region,
    covered.indicator_id,
    covered.counted_with,
    covered.listed,
    covered.value,
    covered.qualifier,
    covered.year,
    covered.share,
    covered.source_id
from covered
where covered.market = $market::varchar
order by covered.region
