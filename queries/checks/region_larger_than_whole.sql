-- Where is the value of a region larger than that of a region it lies in?
-- One row per offending pair (same indicator, market and year; exact values of countable things only; regions.within).
select
    'indicators.csv' as file,
    small.indicator_id || ' ' || small.market || ' ' || small.region || ' ' || small.year as id,
    'value' as column_name,
    cast(small.value as varchar) as value,
    'larger than the value of {other}' as rule,
    'Correct one of the two, or give them different indicators if they count different things.' as mend,
    large.region || ' (' || cast(large.value as varchar) || ')' as other
from region_within
inner join published as small on region_within.region = small.region
inner join published as large
    on
        region_within.whole = large.region
        and small.indicator_id = large.indicator_id
        and small.market = large.market
        and small.year = large.year
where
    small.unit in ('count', 'eur-m')
    and small.qualifier = 'exact'
    and large.qualifier = 'exact'
    and small.value > large.value
order by small.indicator_id, small.market, small.year
