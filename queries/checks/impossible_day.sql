-- Which events have a day that their month does not have, or a day without a month?
-- One row per offending event.
select
    'events.csv' as file,
    event_id as id,
    'day' as column_name,
    cast(day as varchar) as value,
    'the month has no such day' as rule,
    'Correct the day or the month; empty the day if only the month is known.' as mend
from events
where
    day is not null
    and (month is null or try_cast(printf('%04d-%02d-%02d', year, month, day) as date) is null)
order by event_id
