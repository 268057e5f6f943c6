-- From which year can an index of the chosen markets start?
-- One row per year with a value; first the earliest in which at least two of the chosen have one.
-- Parameters: $markets (list of codes), $indicator, $region. markets: how many of the chosen have a value.
select
    comparable.year,
    count(*) as markets
from comparable
where
    comparable.indicator_id = $indicator::varchar
    and comparable.region = $region::varchar
    and comparable.value <> 0
    and list_contains($markets::varchar[], comparable.market)
group by comparable.year
order by least(markets, 2) desc, comparable.year asc
