-- Which shares lie outside 0 to 100 percent?
-- One row per offending value. Growth rates are shares of the earlier value and may exceed 100.
select
    'indicators.csv' as file,
    indicators.indicator_id || ' ' || indicators.market || ' ' || indicators.region || ' ' || indicators.year as id,
    'value' as column_name,
    cast(indicators.value as varchar) as value,
    'a percentage lies outside 0 to 100' as rule,
    'Write percent (11.5 for 11.5 percent), not a share or a count.' as mend
from indicators
inner join indicator_types on indicators.indicator_id = indicator_types.indicator_id
where indicator_types.unit = 'percent' and (indicators.value < 0 or indicators.value > 100)
order by indicators.indicator_id, indicators.market, indicators.year
