-- Which topics does a company work on?
-- One row per company and topic (see the table topics).
select distinct
    companies.company_id,
    unnest(codes_in(companies.topics)) as topic_id
from companies
