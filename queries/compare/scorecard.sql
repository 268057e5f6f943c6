-- Which dozen figures describe the chosen markets side by side?
-- One row per chosen figure (indicator and region) and market: newest value, its year, and the series behind it as lists.
-- The figures are the best covered ones, taken in turn from the groups, so that no group crowds out another.
-- Parameter: $markets (list of codes). value in unit; years and series: ascending.
with series as (
    select
        comparable.indicator_id,
        comparable.group_id,
        comparable.region,
        comparable.unit,
        comparable.market,
        max(comparable.year) as year,
        arg_max(comparable.value, comparable.year) as value,
        arg_max(comparable.qualifier, comparable.year) as qualifier,
        list(comparable.year order by comparable.year) as years,
        list(comparable.value order by comparable.year) as series,
        list(distinct comparable.source_id) as source_ids
    from comparable
    where
        list_contains($markets::varchar[], comparable.market)
        and comparable.group_id in ('companies', 'investment', 'jobs', 'people', 'talent', 'trade', 'tourism')
        and comparable.unit in ('count', 'eur-m')
    group by
        comparable.indicator_id, comparable.group_id, comparable.region, comparable.unit, comparable.market
),

figures as (
    select
        series.indicator_id,
        series.group_id,
        series.region,
        count(*) as covered,
        row_number() over (
            partition by series.group_id
            order by
                count(*) desc,
                sum(len(series.years)) desc,
                max(series.year) desc,
                series.indicator_id asc,
                series.region asc
        ) as turn
    from series
    group by series.indicator_id, series.group_id, series.region
    having count(*) >= 2
),

dozen as (
    select
        figures.*,
        row_number() over (order by figures.turn asc, figures.covered desc, figures.indicator_id asc) as position
    from figures
)

select
    dozen.position,
    series.indicator_id,
    series.group_id,
    series.region,
    series.unit,
    indicator_types.name_en,
    indicator_types.name_de,
    series.market,
    series.year,
    series.value,
    series.qualifier,
    series.years,
    series.series,
    series.source_ids
from dozen
inner join series on dozen.indicator_id = series.indicator_id and dozen.region = series.region
inner join indicator_types on dozen.indicator_id = indicator_types.indicator_id
where dozen.position <= 12
order by
    list_position(['companies', 'investment', 'jobs', 'people', 'talent', 'trade', 'tourism'], series.group_id),
    dozen.position,
    list_position($markets::varchar[], series.market)
