-- Which events end before they begin, or have the month or day of an end without its year or month?
-- One row per offending event. What is not known of a date is taken as that of the beginning.
with ended as (
    select
        events.event_id,
        concat_ws('-', events.end_year, events.end_month, events.end_day) as value,
        (events.end_year is null and events.end_month is not null)
        or (events.end_month is null and events.end_day is not null) as is_torn,
        events.end_year is not null and (
            events.end_year,
            coalesce(events.end_month, events.month, 1),
            coalesce(events.end_day, events.day, 1)
        ) < (events.year, coalesce(events.month, 1), coalesce(events.day, 1)) as is_early
    from events
)

select
    'events.csv' as file,
    ended.event_id as id,
    'end_year' as column_name,
    ended.value,
    if(ended.is_torn, 'the end has no year or no month', 'the end lies before the beginning') as rule,
    'Correct the end; empty its three cells if it is not known.' as mend
from ended
where ended.is_torn or ended.is_early
order by 2
