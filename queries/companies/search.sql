-- Which companies does a search term mean?
-- One row per company found. Parameter: $term. Case, accents and spellings such as ue for ü do not matter (see folded; the
-- term's last letter is kept: blue does not find blu). The term is looked for in names, former names and parents. If it
-- stands in none, it is looked for in the descriptions; if it stands there neither, companies are found that have a similar
-- word for each of its words (Damerau-Levenshtein distance of at most a quarter of the word's letters, so the words' lengths
-- differ by no more).
with wanted as (
    select
        trim(plain($term::varchar)) as term,
        shortened_term(term) as short
),

hits as (
    select
        folded.company_id,
        folded.place
    from folded
    cross join wanted
    where contains(folded.plain, wanted.term) or contains(folded.short, wanted.short)
),

literal as (
    select hits.company_id
    from hits
    where hits.place = 'name' or not exists (select 1 from hits as named where named.place = 'name')
),

spoken as (
    select
        folded.company_id,
        unnest(regexp_split_to_array(folded.plain, '[^a-z0-9]+')) as word
    from folded
    where folded.place = 'name' and not exists (select 1 from literal)
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
    inner join vocabulary
        on
            abs(len(vocabulary.word) - len(asked.word)) <= len(asked.word) // 4
            and damerau_levenshtein(vocabulary.word, asked.word) <= len(asked.word) // 4
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
