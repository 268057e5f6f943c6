-- What is the newest published value of each series, and how does it compare with the one before?
-- One row per indicator, market and region. is_old: older, counted from the
-- year of the newest fact, than such a figure may be (see rechecks).
-- change: share of the previous value (0.11 = 11 percent more), null without one
-- and where it was not above zero.
with lines as (
    select
        published.indicator_id,
        published.unit,
        published.market,
        published.region,
        published.year,
        published.value,
        published.qualifier,
        lag(published.value) over line as previous_value,
        lag(published.year) over line as previous_year,
        lag(published.qualifier) over line as previous_qualifier,
        published.source_id,
        published.source_ids,
        published.publisher,
        max(published.year) over whole as newest
    from published
    window
        whole as (partition by published.indicator_id, published.market, published.region),
        line as (partition by published.indicator_id, published.market, published.region order by published.year)
),

newest as (
    select
        lines.*,
        case when lines.previous_value > 0 then lines.value / lines.previous_value - 1 end as change
    from lines
    where lines.year = lines.newest
)

select
    newest.indicator_id,
    newest.unit,
    newest.market,
    newest.region,
    newest.year,
    newest.value,
    newest.qualifier,
    newest.previous_value,
    newest.previous_year,
    newest.previous_qualifier,
    newest.source_id,
    newest.source_ids,
    newest.publisher,
    coalesce(newest.year < as_of.year - rechecks.years, false) as is_old,
    newest.change
from newest
left join as_of on true
left join rechecks on rechecks.recheck = 'figure'
