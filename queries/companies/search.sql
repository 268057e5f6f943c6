-- Which companies does a search term mean?
-- One row per company found. Parameter: $term. Case and accents do not matter; the term is looked for in names, former
-- names and parents. If it stands in none as typed, it is looked for in the descriptions; if it stands there neither,
-- companies are found that have a similar word for each of its words (Damerau-Levenshtein distance of at most a quarter of
-- the word's letters).
with wanted as (
    select strip_accents(lower(trim($term::varchar))) as term
),

named as (
    select company.company_id
    from company
    cross join wanted
    where contains(company.search_text, wanted.term)
),

literal as (
    select named.company_id
    from named
    union all
    select company.company_id
    from company
    cross join wanted
    where
        not exists (select 1 from named)
        and contains(strip_accents(lower(concat_ws(' ', company.note_en, company.note_de))), wanted.term)
),

spoken as (
    select
        company.company_id,
        unnest(regexp_split_to_array(company.search_text, '[^a-z0-9]+')) as word
    from company
    where not exists (select 1 from literal)
),

vocabulary as (
    select distinct spoken.word
    from spoken
),

asked as (
    select distinct unnest(regexp_split_to_array(wanted.term, '[^a-z0-9]+')) as word
    from wanted
),

meant as (
    select
        asked.word,
        vocabulary.word as similar_word
    from asked
    inner join vocabulary on damerau_levenshtein(vocabulary.word, asked.word) <= len(asked.word) // 4
    where asked.word <> ''
)

select literal.company_id
from literal
union all
select spoken.company_id
from spoken
inner join meant on spoken.word = meant.similar_word
group by spoken.company_id
having count(distinct meant.word) = (select count(*) from asked where asked.word <> '')
