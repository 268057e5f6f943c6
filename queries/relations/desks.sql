-- Which desk of the city looks after which markets, and since when?
-- One row per desk with a market, its markets as a list (codes, core markets first). Parameter: $markets (codes; a desk is
-- shown if it looks after one of them, an empty list is all). May be null: since_year, since_month.
select
    desk.desk_id,
    desk.name_en,
    desk.name_de,
    desk.since_year,
    desk.since_month,
    desk.focus_en,
    desk.focus_de,
    desk.markets,
    desk.source_id
from desk
where array_length($markets::varchar[]) = 0 or list_has_any(desk.markets, $markets::varchar[])
order by desk.since_year nulls last, desk.since_month nulls first, desk.name_en
