-- Of which years are the facts that age?
-- One row per kind of rechecks and year. found: facts of that year; is_old: they are older than the kind may be; peak: the
-- most of the kind in one year; row_found, row_old: all of the kind, and those of them that are too old. Kinds in their
-- order, years upwards; what is older than the newest fact by more than 25 years counts as 25.
with counted as (
    select
        ageing.recheck,
        greatest(ageing.year, as_of.year - 25) as year,
        count(*) as found,
        list_sort(list(distinct ageing.source_id)) as source_ids
    from ageing
    inner join as_of on true
    where ageing.year is not null
    group by ageing.recheck, greatest(ageing.year, as_of.year - 25)
)

select
    counted.recheck,
    counted.year,
    counted.found,
    counted.year < as_of.year - rechecks.years as is_old,
    max(counted.found) over own as peak,
    cast(sum(counted.found) over own as bigint) as row_found,
    cast(sum(if(counted.year < as_of.year - rechecks.years, counted.found, 0)) over own as bigint) as row_old,
    counted.source_ids
from counted
inner join rechecks on counted.recheck = rechecks.recheck
inner join as_of on true
window own as (partition by counted.recheck)
order by rechecks.position, counted.year
