-- Which published figures open the overview?
-- One row per headline (see the table of that name), in the order of the page: the newest value of its series with change,
-- year and source. value in the indicator's unit; change: share of the previous value of the same series; label: what is
-- counted. May be null: previous_year, previous_qualifier, change.
select
    headlines.position,
    headlines.label_en,
    headlines.label_de,
    latest_value.indicator_id,
    latest_value.market,
    latest_value.region,
    latest_value.unit,
    latest_value.value,
    latest_value.qualifier,
    latest_value.year,
    latest_value.is_old,
    latest_value.previous_year,
    latest_value.previous_qualifier,
    latest_value.change,
    latest_value.source_id
from headlines
inner join latest_value
    on
        headlines.indicator_id = latest_value.indicator_id
        and headlines.market = latest_value.market
        and headlines.region = latest_value.region
order by headlines.position
