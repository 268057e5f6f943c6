-- Which of the chosen markets grew most?
-- One row per market that grew most, at most one: between the two years that most markets have in common, the widest span
-- deciding. Parameters: $markets (list of codes), $indicator, $region, $mode, $base (as in values.sql; an index counts
-- from its base year on). change: share of the older value (0.11 = 11 percent more); of a share the difference
-- (0.02 = 2 percentage points more). exact: both values are exact. markets: how many have both years, of all_markets
-- chosen.
with chosen as (
    select measured.*
    from measured
    where
        measured.indicator_id = $indicator::varchar
        and measured.region = $region::varchar
        and measured.mode = $mode::varchar
        and measured.base_year is not distinct from $base::integer
        and (measured.base_year is null or measured.year >= measured.base_year)
        and list_contains($markets::varchar[], measured.market)
),

spans as (
    select
        newest.market,
        oldest.year as since_year,
        newest.year,
        newest.shown_qualifier = 'exact' and oldest.shown_qualifier = 'exact' as exact,
        case newest.mode when 'share' then newest.shown - oldest.shown else newest.shown / oldest.shown - 1 end as change
    from chosen as newest
    inner join chosen as oldest on newest.market = oldest.market and newest.year > oldest.year and oldest.shown > 0
),

best_span as (
    select spans.since_year, spans.year, count(*) as markets
    from spans
    group by spans.since_year, spans.year
    having count(*) >= 2
    order by markets desc, spans.year - spans.since_year desc, spans.year desc
    limit 1
)

select spans.*, best_span.markets, len($markets::varchar[]) as all_markets
from spans
inner join best_span on spans.since_year = best_span.since_year and spans.year = best_span.year
order by spans.change desc, spans.market asc
limit 1
