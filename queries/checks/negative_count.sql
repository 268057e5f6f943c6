-- Which counts are negative although nothing of the kind can be?
-- One row per offending value; changes, flows and net figures may be negative.
select
    'indicators.csv' as file,
    indicators.indicator_id || ' ' || indicators.market || ' ' || indicators.region || ' ' || indicators.year as id,
    'value' as column_name,
    cast(indicators.value as varchar) as value,
    'a count is negative' as rule,
    'Correct the value; if it is a change or a balance, use an indicator whose id says so (…-change, net-…, …-flow).' as mend
from indicators
inner join indicator_types on indicators.indicator_id = indicator_types.indicator_id
where
    indicator_types.unit in ('count', 'rank', 'sqm')
    and indicators.value < 0
    and not regexp_matches(indicators.indicator_id, 'change|net-|flow|balance')
order by indicators.indicator_id, indicators.market, indicators.year
