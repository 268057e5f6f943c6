-- Which values are no numbers, though the column takes them?
-- One row per offending value (NaN or infinite).
select
    'indicators.csv' as file,
    indicators.indicator_id || ' ' || indicators.market || ' ' || indicators.region || ' ' || indicators.year as id,
    'value' as column_name,
    cast(indicators.value as varchar) as value,
    'a value must be a finite number' as rule,
    'Write the number from the source, or delete the row.' as mend
from indicators
where not isfinite(indicators.value)
order by indicators.indicator_id, indicators.market, indicators.year
