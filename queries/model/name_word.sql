-- Which words stand in the names of companies?
-- One row per word as in folded (letters and digits); company_ids: those in whose names, former names or parents it stands.
-- Kept as a table, so that words similar to one that is misspelt are found among all names.
with spoken as (
    select distinct
        folded.company_id,
        unnest(regexp_split_to_array(folded.plain, '[^a-z0-9]+')) as word
    from folded
    where folded.place = 'name'
)

select
    spoken.word,
    list(spoken.company_id order by spoken.company_id) as company_ids
from spoken
where spoken.word <> ''
group by spoken.word
