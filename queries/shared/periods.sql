-- Into which periods are arrivals sorted?
-- One row per period, in their order. from_year, until_year: its first and last year, null where it is open.
-- May be null: from_year, until_year.
select
    periods.period,
    periods.from_year,
    periods.until_year
from periods
order by periods.period
