-- Which relocations name no town at all?
-- One row per offending milestone. Both towns may be the same (a move within the town), one of them may be unknown.
select
    'milestones.csv' as file,
    milestone_id as id,
    'to_city' as column_name,
    cast(null as varchar) as value,
    'a relocation without the town it left or came to' as rule,
    'Write the towns as in places.csv; for a move within a town the same in both.' as mend
from milestones
where kind = 'relocation' and from_city is null and to_city is null
order by milestone_id
