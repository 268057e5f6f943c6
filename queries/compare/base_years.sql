-- From which year can an index of the chosen markets start?
-- One row per year with a value; first the year from which most markets go on, the earliest of these.
-- Parameters: $markets (list of codes), $indicator, $region. markets: how many of the chosen have a value in the year;
-- followed: how many of these have a later one as well.
with chosen as (
    select
        comparable.market,
        comparable.year,
        max(comparable.year) over (partition by comparable.market) as last_year
    from comparable
    where
        comparable.indicator_id = $indicator::varchar
        and comparable.region = $region::varchar
        and comparable.value <> 0
        and list_contains($markets::varchar[], comparable.market)
)

select
    chosen.year,
    count(*) as markets,
    count(*) filter (where chosen.last_year > chosen.year) as followed
from chosen
group by chosen.year
order by followed desc, chosen.year asc
