-- Which agreements, delegations, events and projects are about talent?
-- One row per event, or institution that is no school, of the chosen markets (or for all) whose English or German text
-- contains one of the words: coming ones first, then the newest. Parameters: $markets (list of codes), $words (list, lower
-- case, from talent/words), $today (date). record: event or institution; year null where not known; coming: an event
-- whose last possible day (day or month may be unknown) is not before today.
with texts as (
    select
        'event' as record, events.event_id as record_id, events.market, events.kind, events.year, events.month, events.day,
        events.title_en, events.title_de, events.place_en, events.place_de, '' as text_en, '' as text_de, events.source_id
    from events
    union all
    select
        'institution', institutions.institution_id, institutions.market, institutions.kind, institutions.since_year, null,
        null, institutions.name_en, institutions.name_de, places.name_en, places.name_de,
        coalesce(institutions.description_en, ''), coalesce(institutions.description_de, ''), institutions.source_id
    from institutions
    left join places on institutions.city = places.place
    where institutions.kind <> 'school'
),

chosen as (
    select
        texts.*,
        texts.record = 'event' and case
            when texts.month is null then make_date(texts.year, 12, 31)
            when texts.day is null then last_day(make_date(texts.year, texts.month, 1))
            else make_date(texts.year, texts.month, texts.day)
        end >= $today::date as coming
    from texts
    where
        (list_contains($markets::varchar[], texts.market) or texts.market = 'all')
        and exists (
            select 1
            from (select unnest($words::varchar[]) as word) as words
            where contains(lower(concat_ws(' ', texts.title_en, texts.title_de, texts.text_en, texts.text_de)), words.word)
        )
)

select
    chosen.record, chosen.record_id, chosen.market, chosen.kind, chosen.year, chosen.month, chosen.day, chosen.coming,
    chosen.title_en, chosen.title_de, chosen.place_en, chosen.place_de, chosen.text_en, chosen.text_de,
    chosen.source_id, sources.publisher, sources.url
from chosen
inner join sources on chosen.source_id = sources.source_id
order by
    chosen.coming desc, chosen.year desc nulls last, chosen.month desc nulls last, chosen.day desc nulls last,
    chosen.record_id
