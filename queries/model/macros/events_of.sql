-- Which events are in a choice, and are they still coming?
-- One row per event (see the view event). coming: it is not over on the day today; running: it has
-- begun. markets, kinds: codes, an empty list is
-- all; events for all countries belong to every market. theme: code, '' is any; first_year, last_year: bounds.
create macro events_of(markets, kinds, theme, first_year, last_year, today) as table
    select
        event.*,
        event.last_day >= today::date as coming,
        event.last_day >= today::date and event.begun_day <= today::date as running
    from event
    where
        (event.for_all or within(markets::varchar[], event.market))
        and within(kinds::varchar[], event.kind)
        and theme::varchar in ('', event.theme_id)
        and event.year between first_year::integer and last_year::integer;
