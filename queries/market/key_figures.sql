-- Which five figures open a market's page?
-- One row per figure, at most five, in the order of the subjects (slot): of each the newest value of the series that speaks
-- for the market (see best_series), where one exists; of our own list the sites without those that left (year and indicator
-- null). Parameter: $market (code). value in the indicator's unit; change: share of the previous value of the same series.
-- May be null: indicator_id, region, year, previous_year, previous_qualifier, change, source_id, publisher.
select
    subjects.position as slot,
    best_series.indicator_id,
    best_series.region,
    best_series.unit,
    best_series.value,
    best_series.qualifier,
    best_series.year,
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
    subjects.position, null, null, 'count', count(*), 'exact', null, null, null, null, null, null
from present
cross join subjects
where present.market = $market::varchar and subjects.subject = 'list'
group by subjects.position
order by slot
limit 5
