-- How much do we know, and who says so?
-- One row per data folder. facts: rows that name a source; sources: those that they name; listed: all that are on the list;
-- tertiary: of those named, mirrors, wikis and forums; gone: of these, those no longer found; conflicts: published values of
-- which sources say different things.
select
    count(*) as facts,
    count(distinct fact.source_id) as sources,
    (select count(source.source_id) from sources as source) as listed,
    count(distinct fact.source_id) filter (where sources.tertiary) as tertiary,
    count(distinct fact.source_id) filter (where sources.gone is not null) as gone,
    (select count(*) from published where published.is_disputed) as conflicts
from fact
inner join sources on fact.source_id = sources.source_id
