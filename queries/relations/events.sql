-- Which events are in this choice, newest first?
-- One row per event, with whether it is coming (it is not over) and running
-- (it has begun). Parameters: $markets, $kinds (codes, an empty list is all), $theme (code,
-- '' is any), $first, $last (years), $today (date). Events for all countries belong to every market.
-- May be null: theme_id, month, day, end_year, end_month, end_day, participants, exhibitors, visitors.
select
    chosen.event_id,
    chosen.market,
    chosen.for_all,
    chosen.kind,
    chosen.theme_id,
    chosen.year,
    chosen.month,
    chosen.day,
    chosen.end_year,
    chosen.end_month,
    chosen.end_day,
    chosen.coming,
    chosen.running,
    chosen.title_en,
    chosen.title_de,
    chosen.place_en,
    chosen.place_de,
    chosen.participants,
    chosen.exhibitors,
    chosen.visitors,
    chosen.source_id
from
    events_of(
        $markets::varchar[], $kinds::varchar[], $theme::varchar, $first::integer, $last::integer, $today::date
    ) as chosen
order by chosen.year desc, chosen.month desc nulls last, chosen.day desc nulls last, chosen.event_id
