-- Where exactly is each company, in a year or today?
-- One row per company, place by place, the markets mixed, so that no quarter seems to be one country's. Parameters as in
-- towns.sql: $year, $markets, $sectors, $roles. lat, lon: the postcode's centre, else the town's; crowd: the companies that
-- share this place; since: year it came there.
-- May be null: since, $year.
select
    found.company_id,
    found.name,
    found.market,
    found.town,
    found.since,
    found.lat,
    found.lon,
    found.source_id,
    count(*) over (partition by found.lat, found.lon) as crowd
from stays_of($markets::varchar[], $sectors::varchar[], $roles::varchar[], $year::integer) as found
where found.begun and found.lat is not null
order by crowd desc, found.lat, found.lon, found.company_id
