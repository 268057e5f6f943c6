-- Which counts and ranks are no whole numbers?
-- One row per offending value.
select
    'indicators.csv' as file,
    indicators.indicator_id || ' ' || indicators.market || ' ' || indicators.region || ' ' || indicators.year as id,
    'value' as column_name,
    cast(indicators.value as varchar) as value,
    'a count or rank is no whole number' as rule,
    'Write the whole number from the source; an average needs an indicator with another unit.' as mend
from indicators
inner join indicator_types on indicators.indicator_id = indicator_types.indicator_id
where
    indicator_types.unit in ('count', 'rank')
    and indicators.value <> round(indicators.value)
order by indicators.indicator_id, indicators.market, indicators.year
