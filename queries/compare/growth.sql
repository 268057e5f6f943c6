-- Which of the chosen markets grew most?
-- One row per market that grew most, at most one: between the two years that most markets have in common, the widest span
-- deciding. Parameters: $markets (list of codes), $indicator, $region, $mode, $base (as in values.sql; an index counts
-- from its base year on). change: share of the older value (0.11 = 11 percent more); of a share the difference
-- (0.02 = 2 percentage points more). exact: both values are exact. markets: how many have both years, of all_markets
-- chosen. May be null: $base.
with chosen as (
    select found.*
    from compared($markets::varchar[], $indicator::varchar, $region::varchar, $mode::varchar, $base::integer) as found
)

select
    newest.market,
    oldest.year as since_year,
    newest.year,
    newest.shown_qualifier = 'exact' and oldest.shown_qualifier = 'exact' as exact,
    case newest.mode when 'share' then newest.shown - oldest.shown else newest.shown / oldest.shown - 1 end as change,
    count(*) over (partition by oldest.year, newest.year) as markets,
    array_length($markets::varchar[]) as all_markets
from chosen as newest
inner join chosen as oldest on newest.market = oldest.market and newest.year > oldest.year and oldest.shown > 0
qualify markets >= 2
order by markets desc, newest.year - oldest.year desc, newest.year desc, change desc, newest.market asc
limit 1
