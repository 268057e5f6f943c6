-- Who looks after this market?
-- One row per market: its desk with focus and year of founding, all null where no desk is named. Parameter: $market (code).
-- May be null: desk_id, iso3, since_year, since_month, email, phone, url, source_id, source_title, publisher,
-- source_url.
select
    markets.market,
    markets.iso3,
    markets.name_en,
    markets.name_de,
    markets.core,
    desk.desk_id,
    desk.name_en as desk_en,
    desk.name_de as desk_de,
    desk.focus_en,
    desk.focus_de,
    desk.since_year,
    desk.since_month,
    desk.email,
    desk.phone,
    desk.url,
    desk.source_id,
    desk.source_title,
    desk.publisher,
    desk.source_url
from markets
left join desk on markets.desk_id = desk.desk_id
where markets.market = $market::varchar
