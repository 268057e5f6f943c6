-- On which topics do companies here work?
-- One row per topic with a company in our list (without those that left), in the order of the topics. companies: how many.
-- Parameter: $company (company id; '' is any).
select
    topics.topic_id,
    count(*) as companies
from topics
inner join company_topic on topics.topic_id = company_topic.topic_id
inner join present on company_topic.company_id = present.company_id
where $company::varchar in ('', present.company_id)
group by topics.topic_id, topics.rowid
order by topics.rowid
