-- Which signals are about talent?
-- One row per signal of the chosen markets (or for all) whose English or German text contains one of the words, newest
-- first. Parameters: $markets (list of codes), $words (list, lower case, from talent/words).
select
    signals.signal_id,
    signals.market,
    signals.direction,
    signals.year,
    signals.signal_en,
    signals.signal_de,
    signals.source_id
from signals
where
    (list_contains($markets::varchar[], signals.market) or signals.market = 'all')
    and exists (
        select 1
        from (select unnest($words::varchar[]) as word) as words
        where contains(lower(signals.signal_en || ' ' || signals.signal_de), words.word)
    )
order by signals.year desc, signals.signal_id
