-- How is what we know a company by written if spelling does not matter?
-- One row per company and place (name: name, former names and parent; note: the descriptions in both languages).
-- plain: lower case without accents (Søstrene = sostrene, Straße = strasse); short: plain with a, o, u for ae, oe, ue
-- (Düsseldorf = Duesseldorf = dusseldorf). The search folds its term alike. Kept as a table, for folding takes long.
with said as (
    select
        company_id,
        'name' as place,
        concat_ws(' ', name, former_names, parent) as words
    from companies
    union all
    select company_id, 'note', concat_ws(' ', note_en, note_de)
    from companies
),

plain as (
    select
        company_id,
        place,
        replace(
            replace(replace(translate(strip_accents(lower(words)), 'øłđı', 'oldi'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'
        ) as plain
    from said
)

select
    company_id,
    place,
    plain,
    regexp_replace(plain, '([aou])e', '\1', 'g') as short
from plain
