-- How did the numbers grow from students to employment and residence?
-- One row per stage for which a figure is published, in the order of a way into the country: first and newest value of one
-- definition each. The stages count different groups of people; nothing is computed from one to the next.
-- Parameters: $market (code), $region (code). first_value, last_value: people; times: newest divided by first value of the
-- same definition, null where only one year is published; exact: neither is hedged.
with stages (stage, indicator_id) as (
    values
    (1, 'new-students'),
    (2, 'students-nationality'),
    (3, 'blue-card-holders'),
    (4, 'mint-academic-jobs'),
    (5, 'employees-by-nationality'),
    (6, 'residents-nationals')
)

select
    stages.stage,
    stages.indicator_id,
    indicator_types.name_en,
    indicator_types.name_de,
    indicator_types.definition_en,
    indicator_types.definition_de,
    count(*) as points,
    min(published.year) as first_year,
    arg_min(published.value, published.year) as first_value,
    arg_min(published.qualifier, published.year) as first_qualifier,
    max(published.year) as last_year,
    arg_max(published.value, published.year) as last_value,
    arg_max(published.qualifier, published.year) as last_qualifier,
    case
        when count(*) > 1
            then arg_max(published.value, published.year) / nullif(arg_min(published.value, published.year), 0)
    end as times,
    arg_min(published.qualifier, published.year) = 'exact'
    and arg_max(published.qualifier, published.year) = 'exact' as exact,
    list(distinct published.source_id) as source_ids
from stages
inner join published on stages.indicator_id = published.indicator_id
inner join indicator_types on stages.indicator_id = indicator_types.indicator_id
where published.market = $market::varchar and published.region = $region::varchar
group by
    stages.stage, stages.indicator_id, indicator_types.name_en, indicator_types.name_de,
    indicator_types.definition_en, indicator_types.definition_de
order by stages.stage
