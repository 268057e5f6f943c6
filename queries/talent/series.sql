-- Which published figures about people exist for the markets, and how did they develop?
-- One row per definition and region (position), market and year, in the measure asked for. position: the leading
-- definition (is_main: rank 1) first, city before state before country; then the fresh ones (see the macro) by number of
-- markets and their longest line. drawable: counts, two points of a market or more, none below zero. distance: closeness of
-- the region to the city. Parameters: $subjects (list of residents, students, work, schools), $markets (list of codes),
-- $region (code, or `all`), $measure (absolute, per-1000, per-million). value: as published; shown: in that measure;
-- is_latest: the market's newest point. May be null: inhabitants.
with chosen as (
    select
        subject_figure.*,
        coalesce(subject_figure.rank = 1, false) as is_main,
        regions.rank as distance,
        count(*) over line as points,
        subject_figure.year = max(subject_figure.year) over line as is_latest,
        max(subject_figure.year) over () as newest
    from subject_figure
    inner join regions on subject_figure.region = regions.region
    where
        list_contains($subjects::varchar[], subject_figure.subject)
        and list_contains($markets::varchar[], subject_figure.market)
        and $region::varchar in ('all', subject_figure.region)
        and subject_figure.measure = $measure::varchar
    window line as (partition by subject_figure.indicator_id, subject_figure.region, subject_figure.market)
),

definitions as (
    select
        chosen.indicator_id,
        chosen.region,
        max(chosen.points) > 1 and min(chosen.shown) >= 0 and any_value(chosen.unit) = 'count' as drawable,
        row_number() over (
            order by
                chosen.is_main desc,
                case when chosen.is_main then chosen.distance end,
                fresh(max(chosen.year), max(chosen.newest)) desc,
                count(distinct chosen.market) desc,
                max(chosen.points) desc,
                chosen.distance asc,
                chosen.indicator_id asc
        ) as position
    from chosen
    group by chosen.indicator_id, chosen.region, chosen.is_main, chosen.distance
)

select
    definitions.position,
    definitions.drawable,
    chosen.is_main,
    chosen.distance,
    chosen.indicator_id,
    chosen.region,
    chosen.market,
    chosen.year,
    chosen.value,
    chosen.unit,
    chosen.qualifier,
    chosen.shown,
    chosen.inhabitants,
    chosen.is_latest,
    chosen.source_id,
    chosen.source_ids
from chosen
inner join definitions on chosen.indicator_id = definitions.indicator_id and chosen.region = definitions.region
order by definitions.position, array_position($markets::varchar[], chosen.market), chosen.year
