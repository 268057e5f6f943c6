-- Which desk of the city looks after which markets, and since when?
-- One row per desk with a market, its markets as a list (codes, core markets first); since_year is null where it is not
-- known. Parameter: $markets (codes; a desk is shown if it looks after one of them, an empty list is all).
with desk as (
    select
        desks.desk_id,
        list(markets.market order by markets.core desc, markets.market) as markets
    from desks
    inner join markets on desks.desk_id = markets.desk_id
    group by desks.desk_id
)

select
    desks.desk_id,
    desks.name_en,
    desks.name_de,
    desks.since_year,
    desks.since_month,
    desks.focus_en,
    desks.focus_de,
    desk.markets,
    desks.source_id,
    sources.publisher,
    sources.url
from desks
inner join desk on desks.desk_id = desk.desk_id
inner join sources on desks.source_id = sources.source_id
where len($markets::varchar[]) = 0 or list_has_any(desk.markets, $markets::varchar[])
order by desks.since_year nulls last, desks.since_month nulls first, desks.name_en
