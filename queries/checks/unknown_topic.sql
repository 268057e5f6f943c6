-- Which companies name a topic that the list of topics does not have?
-- One row per company and unknown topic.
with named as (
    select
        companies.company_id,
        trim(unnest(string_split(companies.topics, ';'))) as topic_id
    from companies
)

select
    'companies.csv' as file,
    named.company_id as id,
    'topics' as column_name,
    named.topic_id as value,
    'topics.csv has no such topic' as rule,
    'Correct the code, or add a row to topics.csv.' as mend
from named
left join topics on named.topic_id = topics.topic_id
where named.topic_id is not null and topics.topic_id is null
order by 2
