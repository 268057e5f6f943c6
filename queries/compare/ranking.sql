-- Who stands where in the newest year that all have in common?
-- One row per market, largest first: its value in the newest common year; without one (common = false) each market's own
-- newest year. Parameters as in values.sql: $markets, $indicator, $region, $mode, $base. shown as there.
with chosen as (
    select
        comparable.*,
        case $mode::varchar
            when 'index' then 100.0 * comparable.value / base.value
            when 'per-million' then comparable.per_million
            when 'share' then comparable.share_of_all
            else comparable.value
        end as shown
    from comparable
    left join comparable as base
        on
            comparable.indicator_id = base.indicator_id
            and comparable.region = base.region
            and comparable.market = base.market
            and base.year = $base::integer
            and base.value <> 0
    where
        comparable.indicator_id = $indicator::varchar
        and comparable.region = $region::varchar
        and list_contains($markets::varchar[], comparable.market)
),

present as (
    select * from chosen
    where shown is not null
),

counted as (
    select count(distinct present.market) as markets
    from present
),

shared as (
    select present.year
    from present
    cross join counted
    group by present.year, counted.markets
    having count(*) = counted.markets and count(*) >= 2
),

common as (
    select max(shared.year) as year
    from shared
),

newest as (
    select
        present.market,
        max(present.year) as year
    from present
    group by present.market
)

select
    present.market,
    markets.name_en,
    markets.name_de,
    markets.core,
    present.year,
    present.value,
    present.shown,
    present.unit,
    present.qualifier,
    present.source_id,
    common.year is not null as common
from present
inner join markets on present.market = markets.market
inner join newest on present.market = newest.market
cross join common
where present.year = coalesce(common.year, newest.year)
order by present.shown desc, present.market
