-- When was the last event of this choice, and when is the next, however far off?
-- One row per direction: when_code 'next' (the soonest coming) and 'last' (the newest past; of the chosen markets' own if
-- there is one).
-- Parameters: $markets, $kinds (codes, an empty list is all), $theme (code, '' is any), $first, $last (years), $today
-- (date). Events for all countries belong to every market. May be null: month, day.
select
    if(chosen.coming, 'next', 'last') as when_code,
    chosen.event_id,
    chosen.year,
    chosen.month,
    chosen.day,
    chosen.title_en,
    chosen.title_de,
    chosen.source_id
from
    events_of(
        $markets::varchar[], $kinds::varchar[], $theme::varchar, $first::integer, $last::integer, $today::date
    ) as chosen
qualify
    row_number() over (
        partition by chosen.coming
        order by
            case when chosen.coming then chosen.last_day end,
            chosen.for_all and array_length($markets::varchar[]) > 0,
            chosen.last_day desc,
            chosen.day is null,
            chosen.event_id
    ) = 1
order by when_code
