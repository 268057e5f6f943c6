-- How did the numbers grow from students to employment and residence?
-- One row per stage for which a figure is published (indicators with the role pipeline), in the order of a way into the
-- country: first and newest value of one definition each. The stages count different groups of people; nothing is computed
-- from one to the next. Parameters: $market (code), $region (code). first_value, last_value: people; times: newest divided
-- by first value of the same definition, null where only one year is published; exact: neither is hedged.
-- May be null: subject, times.
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
    case when role_series.points > 1 then last_value / nullif(first_value, 0) end as times,
    first_qualifier = 'exact' and last_qualifier = 'exact' as exact,
    list(distinct published.source_id) as source_ids
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
order by role_series.place
