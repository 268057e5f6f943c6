-- Does a company work on a topic?
-- One truth value per call. company, topic: their ids.
create macro has_topic(company, topic) as exists (
    select 1
    from company_topic
    where company_topic.company_id = company and company_topic.topic_id = topic
);
