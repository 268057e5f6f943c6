-- What is the newest published value of each series, and how does it compare with the one before?
-- One row per indicator, market and region. is_old: older, counted from the
-- year of the newest fact, than such a figure may be (see rechecks).
-- change: share of the previous value (0.11 = 11 percent more), null without one
-- and where it was not above zero.
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
    coalesce(published.year < as_of.year - rechecks.years, false) as is_old,
    case when previous_value > 0 then published.value / previous_value - 1 end as change
from published
left join as_of on true
left join rechecks on rechecks.recheck = 'figure'
window
    whole as (partition by published.indicator_id, published.market, published.region),
    line as (partition by published.indicator_id, published.market, published.region order by published.year)
qualify published.year = max(published.year) over whole
