-- How much of the published numbers of companies is in our list, market by market?
-- One row per market and region with a published count that may be compared (see covered), best covered regions first.
select
    covered.market,
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
inner join regions on covered.region = regions.region
order by regions.rank, covered.value desc, covered.market
