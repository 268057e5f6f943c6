-- What do the tables hold, and how old is it?
-- One row per table of the package. found: its rows; oldest, newest: year of what they tell; sources: how many stand behind
-- them; published: when the newest of these was. May be null: oldest, newest, published.
select
    table_size.name,
    table_size.found,
    min(fact.year) as oldest,
    max(fact.year) as newest,
    count(distinct fact.source_id) as sources,
    max(sources.published) as published
from table_size
left join fact on table_size.name = fact.fact
left join sources on fact.source_id = sources.source_id
group by table_size.name, table_size.found
order by sources desc, table_size.found desc, table_size.name
