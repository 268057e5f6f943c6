-- Where is there not exactly one preferred value for an indicator, market, region and year?
-- One row per offending point.
select
    'indicators.csv' as file,
    indicator_id || ' ' || market || ' ' || region || ' ' || year as id,
    'preferred' as column_name,
    cast(count(*) filter (where preferred) as varchar) as value,
    'of several sources for one point exactly one must be preferred, of the public ones too' as rule,
    'Write true in one of the rows (the most authoritative and exact source) and false in the others.' as mend
from indicators
group by indicator_id, market, region, year
having
    count(*) filter (where preferred) <> 1
    or (bool_or(visibility = 'public') and count(*) filter (where preferred and visibility = 'public') <> 1)
order by indicator_id, market, region, year
