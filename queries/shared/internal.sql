-- Which rows of the facts are internal?
-- One row per internal row; none of the public facts. key: the column that names it, there and wherever it is referred to;
-- id: what it is called.
select
    'source_id' as key,
    source_id as id
from sources
where visibility = 'internal'
union all
select
    'theme_id',
    theme_id
from themes
where visibility = 'internal'
union all
select
    'desk_id',
    desk_id
from desks
where visibility = 'internal'
union all
select
    'contact_id',
    contact_id
from contacts
where visibility = 'internal'
union all
select
    'company_id',
    company_id
from companies
where visibility = 'internal'
union all
select
    'milestone_id',
    milestone_id
from milestones
where visibility = 'internal'
union all
select
    'institution_id',
    institution_id
from institutions
where visibility = 'internal'
union all
select
    'event_id',
    event_id
from events
where visibility = 'internal'
union all
select
    'signal_id',
    signal_id
from signals
where visibility = 'internal'
union all
select
    'project_id',
    project_id
from projects
where visibility = 'internal'
