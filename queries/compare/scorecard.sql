-- Which dozen figures describe the chosen markets side by side?
-- One row per chosen figure (indicator and region) and market: newest value, its year, and the series behind it as lists.
-- The figures are the best covered ones, taken in turn from the groups that may be compared (see indicator_groups), so that
-- no group crowds out another. Parameter: $markets (list of codes). value in unit; years and series: ascending.
with lines as (
    select
        comparable.indicator_id,
        comparable.group_id,
        indicator_groups.position as group_position,
        comparable.region,
        comparable.unit,
        comparable.market,
        max(comparable.year) as year,
        arg_max(comparable.value, comparable.year) as value,
        arg_max(comparable.qualifier, comparable.year) as qualifier,
        list(comparable.year order by comparable.year) as years,
        list(comparable.value order by comparable.year) as series,
        list_sort(list(distinct comparable.source_id)) as source_ids
    from comparable
    inner join indicator_groups on comparable.group_id = indicator_groups.group_id
    where
        list_contains($markets::varchar[], comparable.market)
        and indicator_groups.compared
        and comparable.unit in ('count', 'eur-m')
    group by
        comparable.indicator_id, comparable.group_id, indicator_groups.position, comparable.region, comparable.unit,
        comparable.market
),

figures as (
    select
        lines.indicator_id,
        lines.region,
        count(*) as covered,
        row_number() over (
            partition by lines.group_id
            order by
                count(*) desc, sum(array_length(lines.years)) desc, max(lines.year) desc,
                lines.indicator_id, lines.region
        ) as turn
    from lines
    group by lines.indicator_id, lines.group_id, lines.region
    having count(*) >= 2
),

dozen as (
    select
        figures.*,
        row_number() over (order by figures.turn asc, figures.covered desc, figures.indicator_id asc) as position
    from figures
    qualify position <= 12
)

select
    dozen.position,
    lines.indicator_id,
    lines.group_id,
    lines.region,
    lines.unit,
    lines.market,
    lines.year,
    lines.value,
    lines.qualifier,
    lines.years,
    lines.series,
    lines.source_ids
from dozen
inner join lines on dozen.indicator_id = lines.indicator_id and dozen.region = lines.region
order by lines.group_position, dozen.position, array_position($markets::varchar[], lines.market)
