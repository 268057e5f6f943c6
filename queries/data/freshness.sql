-- How old is what pages show, and how much of it should be looked at again?
-- One row per kind of rechecks. years: how old it may be; found: facts of the kind; old: those that are older, counted
-- from the year of the newest fact; median_age: in years; oldest: year of the oldest. May be null: median_age, oldest.
select
    rechecks.recheck,
    rechecks.page,
    rechecks.years,
    rechecks.name_en,
    rechecks.name_de,
    count(ageing.recheck) as found,
    count(ageing.recheck) filter (where ageing.year < as_of.year - rechecks.years) as old,
    median(as_of.year - ageing.year) as median_age,
    min(ageing.year) as oldest
from rechecks
left join as_of on true
left join ageing on rechecks.recheck = ageing.recheck
group by rechecks.recheck, rechecks.page, rechecks.years, rechecks.name_en, rechecks.name_de, rechecks.position
order by rechecks.position
