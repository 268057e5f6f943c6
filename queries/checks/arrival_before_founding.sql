-- Which companies have a milestone years before the year they are said to be here since?
-- One row per offending milestone; partnerships and relocations may come first, a year of tolerance is allowed.
select
    'milestones.csv' as file,
    milestones.milestone_id as id,
    'year' as column_name,
    cast(milestones.year as varchar) as value,
    'earlier than the company is here ({other})' as rule,
    'Correct the year of the milestone or the company''s year of establishment.' as mend,
    companies.established as other
from milestones
inner join companies on milestones.company_id = companies.company_id
where
    companies.established is not null
    and milestones.kind in ('expansion', 'rnd-centre', 'hq-upgrade', 'downsizing', 'closure')
    and milestones.year < companies.established - 1
order by milestones.milestone_id
