-- Which public rows point to an internal row, which the public copy of the warehouse does not hold?
-- One row per offending row.
with pointing as (
    select
        'milestones.csv' as file,
        milestones.milestone_id as id,
        'company_id' as column_name,
        milestones.company_id as value
    from milestones
    inner join companies on milestones.company_id = companies.company_id
    where milestones.visibility = 'public' and companies.visibility = 'internal'
    union all
    select 'companies.csv', companies.company_id, 'source_id', companies.source_id
    from companies
    inner join sources on companies.source_id = sources.source_id
    where companies.visibility = 'public' and sources.visibility = 'internal'
    union all
    select 'milestones.csv', milestones.milestone_id, 'source_id', milestones.source_id
    from milestones
    inner join sources on milestones.source_id = sources.source_id
    where milestones.visibility = 'public' and sources.visibility = 'internal'
    union all
    select
        'indicators.csv',
        indicators.indicator_id || ' ' || indicators.market || ' ' || indicators.region || ' ' || indicators.year,
        'source_id',
        indicators.source_id
    from indicators
    inner join sources on indicators.source_id = sources.source_id
    where indicators.visibility = 'public' and sources.visibility = 'internal'
    union all
    select 'project_partners.csv', project_partners.project_id, 'project_id', project_partners.project_id
    from project_partners
    inner join projects on project_partners.project_id = projects.project_id
    where project_partners.visibility = 'public' and projects.visibility = 'internal'
    union all
    select 'project_partners.csv', project_partners.project_id, 'company_id', project_partners.company_id
    from project_partners
    inner join companies on project_partners.company_id = companies.company_id
    where project_partners.visibility = 'public' and companies.visibility = 'internal'
)

select
    pointing.file,
    pointing.id,
    pointing.column_name,
    pointing.value,
    'a public row points to an internal one' as rule,
    'Make this row internal too, or give it a public source.' as mend
from pointing
order by pointing.file, pointing.id
