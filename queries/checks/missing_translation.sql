-- Which texts exist in one language only?
-- One row per offending text.
with texts as (
    select 'companies.csv' as file, company_id as id, 'note' as column_name, note_en as en, note_de as de from companies
    union all
    select 'milestones.csv', milestone_id, 'description', description_en, description_de from milestones
    union all
    select 'institutions.csv', institution_id, 'description', description_en, description_de from institutions
    union all
    select 'events.csv', event_id, 'place', place_en, place_de from events
    union all
    select 'desks.csv', desk_id, 'focus', focus_en, focus_de from desks
    union all
    select
        'indicators.csv',
        indicator_id || ' ' || market || ' ' || region || ' ' || year,
        'note',
        note_en,
        note_de
    from indicators
)

select
    texts.file,
    texts.id,
    texts.column_name || case when texts.en is null then '_en' else '_de' end as column_name,
    coalesce(texts.en, texts.de) as value,
    'the text exists in one language only' as rule,
    'Write the other language''s wording beside it.' as mend
from texts
where (texts.en is null) <> (texts.de is null)
order by texts.file, texts.id
