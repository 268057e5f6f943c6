-- Which signals are about talent?
-- One row per signal of the chosen markets (or for all) whose English or German text contains one of the words, newest
-- first. Parameters: $markets (list of codes), $words (list, lower case, from talent/words). May be null: url.
select
    signal.signal_id,
    signal.market,
    signal.direction,
    signal.year,
    signal.signal_en,
    signal.signal_de,
    signal.source_id,
    sources.title as source_title,
    sources.publisher,
    sources.url
from signal
inner join sources on signal.source_id = sources.source_id
where
    (list_contains($markets::varchar[], signal.market) or signal.market = 'all')
    and exists (
        select 1
        from (select unnest($words::varchar[]) as word) as words
        where contains(lower(signal.signal_en || ' ' || signal.signal_de), words.word)
    )
order by signal.year desc, signal.signal_id
