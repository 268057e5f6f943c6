-- In which projects does a company take part, and with whom?
-- One row per project and other partner. Parameter: $company (company id). part: what the company brings; other_market:
-- where the other partner comes from; other_company: its id in our list.
-- May be null: other_company.
select
    projects.project_id,
    projects.name_en,
    projects.name_de,
    own.part_en,
    own.part_de,
    other.partner,
    other.market as other_market,
    other.company_id as other_company,
    projects.source_id
from project_partners as own
inner join projects on own.project_id = projects.project_id
inner join project_partners as other on own.project_id = other.project_id and own.partner <> other.partner
where own.company_id = $company::varchar
order by projects.project_id, other.rowid
