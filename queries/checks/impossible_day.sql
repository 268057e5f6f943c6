-- Which events or sources have a day that their month does not have, or a day without a month?
-- One row per offending row.
select
    'events.csv' as file,
    events.event_id as id,
    'day' as column_name,
    cast(events.day as varchar) as value,
    'the month has no such day' as rule,
    'Correct the day or the month; empty the day if only the month is known.' as mend
from events
where
    events.day is not null
    and (
        events.month is null
        or try_cast(printf('%04d-%02d-%02d', events.year, events.month, events.day) as date) is null
    )
union all
select
    'events.csv', events.event_id, 'end_day', cast(events.end_day as varchar), 'the month has no such day',
    'Correct the day or the month; empty the day if only the month is known.'
from events
where
    events.end_day is not null
    and try_cast(printf('%04d-%02d-%02d', events.end_year, events.end_month, events.end_day) as date) is null
union all
select
    'sources.csv', sources.source_id, 'published', sources.published, 'the month has no such day',
    'Correct the date; write only year and month if the day is not known.'
from sources
where len(sources.published) = 10 and try_cast(sources.published as date) is null
order by 1, 2
