-- How is what we know a company by written if spelling does not matter?
-- One row per company and place (name: name, former names and parent; note: the descriptions and topics in both languages).
-- plain: see the macro of that name; short: plain with a, o, u for ae, oe, ue, so that both spellings of a place with an
-- umlaut are one. The search folds its term alike. is_here: the company is (see present). Kept as a table, for folding takes
-- long; names come first, so that a search of them reads nothing else.
with named as (
    select
        company_topic.company_id,
        array_to_string(list(topics.name_en || ' ' || topics.name_de order by topics.topic_id), ' ') as topics
    from company_topic
    inner join topics on company_topic.topic_id = topics.topic_id
    group by company_topic.company_id
),

said as (
    select
        company_id,
        'name' as place,
        plain(concat_ws(' ', name, former_names, parent)) as plain
    from companies
    union all
    select companies.company_id, 'note', plain(concat_ws(' ', companies.note_en, companies.note_de, named.topics))
    from companies
    left join named on companies.company_id = named.company_id
)

select
    said.company_id,
    said.place,
    said.plain,
    shortened(said.plain) as short,
    present.company_id is not null as is_here
from said
left join present on said.company_id = present.company_id
order by said.place
