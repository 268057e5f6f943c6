-- What does each company say in each filter of the list of companies (a facet)?
-- One row per company, a column per facet. theme: none where it has none; topic: a list of codes, none where it has none;
-- town, period: unknown where it is not told; history: yes where milestones are on record; staff: whether the number of its
-- employees is known.
select
    company.company_id,
    company.source_id,
    company.employees,
    company.market,
    company.sector_id as sector,
    coalesce(company.theme_id, 'none') as theme,
    if(array_length(company.topics) = 0, ['none'], company.topics) as topic,
    company.role,
    coalesce(company.city, 'unknown') as town,
    coalesce(cast(company.period as varchar), 'unknown') as period,
    company.status,
    if(company.milestones > 0, 'yes', 'no') as history,
    if(company.employees is null, 'unknown', 'known') as staff
from company
