-- Which of some names does a search term mean?
-- One row per name, spelled as the search for companies has it (see folded). Parameters: $names (a list), $term. place: that
-- of the name in the list, from 1 on; begins: the name begins with the term.
with wanted as (
    select trim(plain($term::varchar)) as term
),

named as (
    select
        places.place,
        plain(($names::varchar[])[places.place]) as words
    from (select unnest(generate_series(1, array_length($names::varchar[]))) as place) as places
),

found as (
    select
        named.place,
        starts_with(named.words, wanted.term) as begins
    from named
    cross join wanted
    where
        contains(named.words, wanted.term)
        or contains(shortened(named.words), shortened_term(wanted.term))
)

select
    found.place,
    found.begins
from found
order by found.begins desc, found.place
