-- Where exactly is each company, in a year or today?
-- One row per company, place by place, those of one market beside each other. Parameters as in towns.sql: $year, $markets,
-- $sectors, $roles. lat, lon: the postcode's centre, else the town's; position (1, 2 ...) of crowd: the companies that share
-- this place, so that they can be drawn side by side.
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
    present.town_en,
    present.town_de,
    present.since,
    present.lat,
    present.lon,
    present.source_id,
    row_number() over (
        partition by present.lat, present.lon
        order by markets.rowid, present.name, present.company_id
    ) as position,
    count(*) over (partition by present.lat, present.lon) as crowd
from present
inner join markets on present.market = markets.market
order by crowd desc, present.lat, present.lon, position
