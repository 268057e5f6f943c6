-- How is what we know a company by written if spelling does not matter?
-- One row per company and place (name: name, former names and parent; note: the descriptions in both languages).
-- plain: see the macro of that name; short: plain with a, o, u for ae, oe, ue, so that both spellings of a place with an
-- umlaut are one. The search folds its term alike. Kept as a table, for folding takes long.
with said as (
    select
        company_id,
        'name' as place,
        plain(concat_ws(' ', name, former_names, parent)) as plain
    from companies
    union all
    select company_id, 'note', plain(concat_ws(' ', note_en, note_de))
    from companies
)

select
    company_id,
    place,
    plain,
    regexp_replace(plain, '([aou])e', '\1', 'g') as short
from said
