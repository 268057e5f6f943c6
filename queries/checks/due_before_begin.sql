-- Which milestones are to be completed before they begin?
-- One row per offending milestone.
select
    'milestones.csv' as file,
    milestone_id as id,
    'due_year' as column_name,
    cast(due_year as varchar) as value,
    'due before the year of the milestone ({other})' as rule,
    'Correct one of the two years; leave due_year empty if the source does not say it.' as mend,
    year as other
from milestones
where due_year < year
order by milestone_id
