-- Which topics does a company work on?
-- One row per company and topic (see the table topics).
select
    companies.company_id,
    trim(unnest(string_split(companies.topics, ';'))) as topic_id
from companies
where companies.topics is not null
