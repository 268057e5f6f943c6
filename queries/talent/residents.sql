-- How many people from each market live in the region, by the newest good count?
-- One row per chosen market with a count that may speak for it (rank), in the order of the choice: of those of the region
-- the fresh ones first (see the macro), of these the first of its series (see series). Parameters: $markets (list of codes),
-- $region (code). value: people; change: share of the previous value of the same definition (0.11 = 11 percent more).
-- May be null: previous_year, previous_qualifier, change.
with counts as (
    select
        series.*,
        max(series.last_year) over (partition by series.market) as newest
    from series
    where
        series.subject = 'residents'
        and series.rank is not null
        and series.region = $region::varchar
        and list_contains($markets::varchar[], series.market)
)

select
    latest_value.market,
    latest_value.indicator_id,
    latest_value.region,
    latest_value.year,
    latest_value.is_old,
    latest_value.value,
    latest_value.unit,
    latest_value.qualifier,
    latest_value.previous_year,
    latest_value.previous_qualifier,
    latest_value.change,
    latest_value.source_id
from counts
inner join latest_value
    on
        counts.indicator_id = latest_value.indicator_id
        and counts.market = latest_value.market
        and counts.region = latest_value.region
qualify
    row_number() over (
        partition by counts.market
        order by fresh(counts.last_year, counts.newest) desc, counts.position
    ) = 1
order by array_position($markets::varchar[], latest_value.market)
