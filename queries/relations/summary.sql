-- How many dates are on record for this choice, coming and past?
-- One row per choice: coming_soon (in the $months months from this one on, or in a year they touch if the month is not
-- known); past, first_year, last_year: of all past ones, or, where markets are chosen, of their own;
-- past_for_all: past ones that concern all countries. Parameters: $markets, $kinds (codes, an empty list is all), $theme
-- (code, '' is any), $first, $last (years), $today (date), $months. May be null: first_year, last_year.
with chosen as (
    select
        found.*,
        12 * (year(found.first_day) - year($today::date)) + month(found.first_day) - month($today::date) as months_ahead,
        not found.coming and (array_length($markets::varchar[]) = 0 or not found.for_all) as past
    from events_of(
        $markets::varchar[], $kinds::varchar[], $theme::varchar, $first::integer, $last::integer, $today::date
    ) as found
)

select
    count(*) filter (where coming and months_ahead < $months::integer) as coming_soon,
    count(*) filter (where past) as past,
    count(*) filter (where not coming and for_all) as past_for_all,
    min(year) filter (where past) as first_year,
    max(year) filter (where past) as last_year
from chosen
