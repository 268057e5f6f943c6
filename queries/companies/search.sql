-- Which companies does a search term mean?
-- One row per company found. Parameters: $term; $present_only: look only among those that are here (see present). Case,
-- accents and spellings such as ue for ü do not matter (see folded; the term's last letter is kept: blue does not find blu).
-- The term is looked for in names, former names and parents. If it stands in none, it is looked for in the descriptions; if
-- it stands there neither, companies are found that have a similar word for each of its words (Damerau-Levenshtein distance
-- of at most a quarter of the word's letters, so the words' lengths differ by no more).
with folded_term as (
    select trim(plain($term::varchar)) as term
),

wanted as (
    select
        folded_term.term,
        shortened_term(folded_term.term) as short
    from folded_term
),

named as (
    select folded.company_id
    from folded
    inner join wanted on contains(folded.plain, wanted.term) or contains(folded.short, wanted.short)
    where folded.place = 'name' and (folded.is_here or not $present_only::boolean)
),

not_named as (
    select wanted.*
    from wanted
    where not exists (select 1 from named)
),

described as (
    select folded.company_id
    from folded
    inner join not_named on contains(folded.plain, not_named.term) or contains(folded.short, not_named.short)
    where folded.place = 'note' and (folded.is_here or not $present_only::boolean)
),

literal as (
    select named.company_id
    from named
    union all
    select described.company_id
    from described
),

asked as (
    select distinct unnest(regexp_split_to_array(wanted.term, '[^a-z0-9]+')) as word
    from wanted
    where not exists (select 1 from literal)
),

meant as (
    select
        asked.word,
        name_word.company_ids
    from asked
    inner join name_word
        on
            abs(len(name_word.word) - len(asked.word)) <= len(asked.word) // 4
            and damerau_levenshtein(name_word.word, asked.word) <= len(asked.word) // 4
    where asked.word <> ''
),

alike as (
    select
        meant.word,
        unnest(meant.company_ids) as company_id
    from meant
)

select literal.company_id
from literal
union all
select alike.company_id
from alike
inner join folded on alike.company_id = folded.company_id
where folded.place = 'name' and (folded.is_here or not $present_only::boolean)
group by alike.company_id
having count(distinct alike.word) = (select count(*) from asked where asked.word <> '')
