-- Which tables of facts have no rows yet?
-- One row per such table.
with filled as (
    select 'companies' as name, count(*) as found from companies
    union all
    select 'milestones', count(*) from milestones
    union all
    select 'indicators', count(*) from indicators
    union all
    select 'headlines', count(*) from headlines
    union all
    select 'events', count(*) from events
    union all
    select 'institutions', count(*) from institutions
    union all
    select 'signals', count(*) from signals
    union all
    select 'projects', count(*) from projects
    union all
    select 'themes', count(*) from themes
)

select filled.name
from filled
where filled.found = 0
order by filled.name
