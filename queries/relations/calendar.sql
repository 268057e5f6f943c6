-- What is coming, month by month?
-- One row per month of the $months months from this one on and coming event in it; a month without one has one row.
-- Events whose month is not known follow at the end of their year's months. Parameters: $markets, $kinds (codes, an empty
-- list is all), $theme (code, '' is any), $first, $last (years), $today (date), $months. Events for all countries belong
-- to every market. May be null: month, event_id.
with chosen as (
    select found.*
    from
        events_of(
            $markets::varchar[], $kinds::varchar[], $theme::varchar, $first::integer, $last::integer, $today::date
        ) as found
    where
        found.coming
        and 12 * year(found.first_day) + month(found.first_day)
        < 12 * year($today::date) + month($today::date) + $months::integer
),

slots as (
    select
        cast(months.number // 12 as integer) as slot_year,
        cast(months.number % 12 + 1 as integer) as slot_month
    from (
        select 12 * year($today::date) + month($today::date) - 1 + steps.step as number
        from (select unnest(generate_series(0, $months::integer - 1)) as step) as steps
    ) as months
    union
    select
        chosen.year,
        null
    from chosen
    where chosen.month is null
)

select
    slots.slot_year as year,
    slots.slot_month as month,
    chosen.event_id
from slots
left join chosen on slots.slot_year = chosen.year and slots.slot_month is not distinct from chosen.month
order by year, month nulls last, chosen.day nulls last, chosen.event_id
