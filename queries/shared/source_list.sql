-- Which sources stand behind a figure?
-- One row per source, newest first. Parameter: $source_ids (list of source ids). May be null: url, published.
select
    sources.source_id,
    sources.title,
    sources.publisher,
    sources.url,
    sources.published,
    sources.tertiary
from sources
where list_contains($source_ids::varchar[], sources.source_id)
order by sources.published desc nulls last, sources.source_id
