-- Which agreements, delegations, events and projects are about talent?
-- One row per event, or institution that is no school, of the chosen markets (or for all) whose English or German text
-- contains one of the words: coming ones first, then the newest. Parameters: $markets (list of codes), $words (list, lower
-- case, from talent/words), $today (date). record: event or institution; place: of an event; city: of an institution;
-- coming: see events_of.
-- May be null: year, month, day, city.
with texts as (
    select
        'event' as record, event_id as record_id, market, kind, year, month, day, coming, title_en, title_de,
        place_en, place_de, null::varchar as city,
        null::varchar as text_en, null::varchar as text_de, source_id
    from events_of([], [], '', 0, 9999, $today::date)
    union all
    select
        'institution', institution_id, market, kind, since_year, null, null, false, name_en, name_de,
        null, null, city, description_en, description_de, source_id
    from institution
    where kind <> 'school' and desk_id is null
)

select texts.*
from texts
where
    (list_contains($markets::varchar[], texts.market) or texts.market = 'all')
    and exists (
        select 1
        from (select unnest($words::varchar[]) as word) as words
        where contains(lower(concat_ws(' ', texts.title_en, texts.title_de, texts.text_en, texts.text_de)), words.word)
    )
order by
    texts.coming desc, texts.year desc nulls last, texts.month desc nulls last, texts.day desc nulls last,
    texts.record_id
