-- Which companies name a topic that the list of topics does not have?
-- One row per company and unknown topic.
select
    'companies.csv' as file,
    company_topic.company_id as id,
    'topics' as column_name,
    company_topic.topic_id as value,
    'topics.csv has no such topic' as rule,
    'Correct the code, or add a row to topics.csv.' as mend
from company_topic
left join topics on company_topic.topic_id = topics.topic_id
where topics.topic_id is null
order by 2
