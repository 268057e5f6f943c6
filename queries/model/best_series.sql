-- Which published series speaks for a market, and what is its newest value?
-- One row per market and subject that has one: the first of its series (see series, the only rule). value in unit, change:
-- as in latest_value.
select
    series.subject,
    latest_value.*
from series
inner join latest_value
    on
        series.indicator_id = latest_value.indicator_id
        and series.market = latest_value.market
        and series.region = latest_value.region
where series.position = 1 and series.rank is not null
