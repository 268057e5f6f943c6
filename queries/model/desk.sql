-- Which desk of the city looks after which markets?
-- One row per desk with a market. market: its core market, null where it has none; markets: all it looks after, core ones
-- first; url: the desk's own page; source_url: that of its source.
with served as (
    select
        markets.desk_id,
        min(markets.market) filter (where markets.core) as market,
        list(markets.market order by not markets.core, markets.market) as markets
    from markets
    where markets.desk_id is not null
    group by markets.desk_id
)

select
    desks.*,
    served.market,
    served.markets,
    sources.title as source_title,
    sources.publisher,
    sources.url as source_url
from desks
inner join served on desks.desk_id = served.desk_id
inner join sources on desks.source_id = sources.source_id
