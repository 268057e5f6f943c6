-- Which sources are there, and what hangs on each?
-- One row per source that fits: $which (all, tertiary, gone, silent (no address), unused), $term (all its words in title,
-- publisher or address), by $sorted (facts, published, title), largest or newest first, $rows of them from $skip on. facts:
-- rows that name it; facts_of: their tables; gone: when it was seen that its page is no longer there; total: how many fit.
-- May be null: publisher, url, published, gone, $term.
with hanging as (
    select
        fact.source_id,
        count(*) as facts,
        list_sort(list(distinct fact.fact)) as facts_of
    from fact
    group by fact.source_id
),

known as (
    select
        sources.source_id,
        sources.title,
        sources.publisher,
        sources.url,
        sources.published,
        sources.tertiary,
        sources.gone,
        coalesce(hanging.facts, 0) as facts,
        coalesce(hanging.facts_of, []) as facts_of,
        plain(concat_ws(' ', sources.title, sources.publisher, sources.url)) as text
    from sources
    left join hanging on sources.source_id = hanging.source_id
)

select
    known.source_id,
    known.title,
    known.publisher,
    known.url,
    known.published,
    known.tertiary,
    known.gone,
    known.facts,
    known.facts_of,
    count(*) over () as total
from known
where
    (
        $which::varchar = 'all'
        or ($which::varchar = 'tertiary' and known.tertiary)
        or ($which::varchar = 'gone' and known.gone is not null)
        or ($which::varchar = 'silent' and known.url is null)
        or ($which::varchar = 'unused' and known.facts = 0)
    )
    and array_length(list_filter(
        string_split(plain(coalesce($term::varchar, '')), ' '), lambda word: not contains(known.text, word)
    )) = 0
order by
    case when $sorted::varchar = 'facts' then -known.facts end,
    case when $sorted::varchar = 'published' then known.published end desc nulls last,
    lower(known.title),
    known.source_id
limit $rows::integer offset $skip::integer
