-- Who looks after this market?
-- One row per market: its desk with focus and year of founding, all null where no desk is named. Parameter: $market (code).
-- May be null: desk_id, since_year, since_month, email, phone, url, source_id.
select
    markets.market,
    desk.desk_id,
    desk.focus_en,
    desk.focus_de,
    desk.since_year,
    desk.since_month,
    desk.email,
    desk.phone,
    desk.url,
    desk.source_id
from markets
left join desk on markets.desk_id = desk.desk_id
where markets.market = $market::varchar
