-- How did the numbers grow from students to employment and residence?
-- One row per stage for which a figure is published (indicators with the role pipeline), in the order of a way into the
-- country: first and newest value of one definition each. The stages count different groups of people; nothing is computed
-- from one to the next. Parameters: $market (code), $region (code). first_value, last_value: people; times: newest divided
-- by first value of the same definition, null where only one year is published; exact: neither is hedged.
-- May be null: subject, times.
with stages as (
    select
        role_series.place as stage,
        role_series.indicator_id,
        role_series.subject,
        role_series.points,
        role_series.first_year,
        arg_min(published.value, published.year) as first_value,
        arg_min(published.qualifier, published.year) as first_qualifier,
        role_series.last_year,
        arg_max(published.value, published.year) as last_value,
        arg_max(published.qualifier, published.year) as last_qualifier,
        list_sort(list(distinct published.source_id)) as source_ids
    from role_series
    inner join published
        on
            role_series.indicator_id = published.indicator_id
            and role_series.market = published.market
            and role_series.region = published.region
    where role_series.role = 'pipeline' and published.market = $market::varchar and published.region = $region::varchar
    group by
        role_series.place, role_series.indicator_id, role_series.subject, role_series.points, role_series.first_year,
        role_series.last_year
)

select
    stages.stage,
    stages.indicator_id,
    stages.subject,
    stages.points,
    stages.first_year,
    stages.first_value,
    stages.first_qualifier,
    stages.last_year,
    stages.last_value,
    stages.last_qualifier,
    case when stages.points > 1 then stages.last_value / nullif(stages.first_value, 0) end as times,
    stages.first_qualifier = 'exact' and stages.last_qualifier = 'exact' as exact,
    stages.source_ids
from stages
order by stages.stage
