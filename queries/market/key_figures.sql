-- Which five figures open a market's page?
-- One row per figure, at most five, in the order of the subjects (slot): of each the newest value of the series that speaks
-- for the market (see best_series), where one exists; of our own list the sites that are here (see present; year and
-- indicator null). Where there are more than five, those that are not old (is_old, see latest_value) come before the others.
-- Parameter: $market (code). value in the indicator's unit; change: share of the previous value of the same series.
-- May be null: indicator_id, region, year, previous_year, previous_qualifier, change, source_id, publisher.
with figures as (
    select
        subjects.position as slot,
        best_series.indicator_id,
        best_series.region,
        best_series.unit,
        best_series.value,
        best_series.qualifier,
        best_series.year,
        best_series.is_old,
        best_series.previous_year,
        best_series.previous_qualifier,
        best_series.change,
        best_series.source_id,
        best_series.publisher
    from best_series
    inner join subjects on best_series.subject = subjects.subject
    where best_series.market = $market::varchar and subjects.position is not null
    union all
    select
        subjects.position, null, null, 'count', count(*), 'exact', null, false, null, null, null, null, null
    from present
    cross join subjects
    where present.market = $market::varchar and subjects.subject = 'list'
    group by subjects.position
)

select
    figures.slot,
    figures.indicator_id,
    figures.region,
    figures.unit,
    figures.value,
    figures.qualifier,
    figures.year,
    figures.is_old,
    figures.previous_year,
    figures.previous_qualifier,
    figures.change,
    figures.source_id,
    figures.publisher
from figures
qualify row_number() over (order by figures.is_old, figures.slot) <= 5
order by figures.slot
