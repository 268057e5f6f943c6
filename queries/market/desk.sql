-- Who looks after this market?
-- One row per market: its desk with focus and year of founding, all null where no desk is named. Parameter: $market (code).
select
    markets.market,
    markets.iso3,
    markets.name_en,
    markets.name_de,
    markets.core,
    desks.desk_id,
    desks.name_en as desk_en,
    desks.name_de as desk_de,
    desks.focus_en,
    desks.focus_de,
    desks.since_year,
    desks.since_month,
    desks.email,
    desks.phone,
    desks.url,
    desks.source_id,
    sources.title as source_title,
    sources.publisher,
    sources.url as source_url
from markets
left join desks on markets.desk_id = desks.desk_id
left join sources on desks.source_id = sources.source_id
where markets.market = $market::varchar
