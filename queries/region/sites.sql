-- Where exactly is each company, in a year or today?
-- One row per company, place by place, the markets mixed, so that no quarter seems to be one country's. Parameters as in
-- towns.sql: $year, $markets, $sectors, $roles. lat, lon: the postcode's centre, else the town's; crowd: the companies that
-- share this place.
with present as (
    select stay.*
    from stay
    where
        (len($markets::varchar[]) = 0 or list_contains($markets::varchar[], stay.market))
        and (len($sectors::varchar[]) = 0 or list_contains($sectors::varchar[], stay.sector_id))
        and (len($roles::varchar[]) = 0 or list_contains($roles::varchar[], stay.role))
        and ($year::integer is null or stay.since <= $year::integer)
        and (stay.until is null or stay.until > coalesce($year::integer, stay.until))
        and stay.lat is not null
)

select
    present.company_id,
    present.name,
    present.market,
    markets.name_en as market_en,
    markets.name_de as market_de,
    present.town_en,
    present.town_de,
    present.since,
    present.lat,
    present.lon,
    present.source_id,
    count(*) over (partition by present.lat, present.lon) as crowd
from present
inner join markets on present.market = markets.market
order by crowd desc, present.lat, present.lon, present.company_id
