-- Where is the published total of all countries smaller than one country's value?
-- One row per offending value (same indicator, region and year; preferred values; counts only).
select
    'indicators.csv' as file,
    part.indicator_id || ' ' || part.market || ' ' || part.region || ' ' || part.year as id,
    'value' as column_name,
    cast(part.value as varchar) as value,
    'the total of all countries ({other}) is smaller than this part' as rule,
    'Correct one of the two, or give them different indicators if they count different things.' as mend,
    total.value as other
from published as part
inner join published as total
    on
        part.indicator_id = total.indicator_id
        and part.region = total.region
        and part.year = total.year
        and total.market = 'all'
where part.market <> 'all' and part.unit in ('count', 'eur-m') and part.value > total.value
order by part.indicator_id, part.market, part.year
