-- Which published figures about people exist for the markets, and how did they develop?
-- One row per definition and region (position), market and year, in the measure asked for. position: the leading
-- definition first, city before state before country; then the living ones (newest point at most eight years older than
-- the newest of all) by number of markets and their longest line. drawable: counts, two points of a market or more, none
-- below zero. distance: 1 is the city, 5 the country.
-- Parameters: $subjects (list of residents, students, work, schools), $markets (list of codes), $region (code, or `all`),
-- $measure (absolute, per-1000, per-million). shown: in that measure; is_latest: the market's newest point.
with chosen as (
    select
        talent_figure.*,
        coalesce(talent_figure.rank = 1, false) as is_main,
        list_position(['DUS', 'DUS-REGION', 'IHK-DUS', 'NRW', 'DE'], talent_figure.region) as distance,
        count(*) over line as points,
        talent_figure.year = max(talent_figure.year) over line as is_latest,
        max(talent_figure.year) over () - 8 as alive_since
    from talent_figure
    where
        list_contains($subjects::varchar[], talent_figure.subject)
        and list_contains($markets::varchar[], talent_figure.market)
        and $region::varchar in ('all', talent_figure.region)
        and talent_figure.measure = $measure::varchar
    window line as (partition by talent_figure.indicator_id, talent_figure.region, talent_figure.market)
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
                max(chosen.year) >= max(chosen.alive_since) desc,
                count(distinct chosen.market) desc,
                max(chosen.points) desc,
                chosen.distance asc,
                chosen.indicator_id asc
        ) as position
    from chosen
    group by chosen.indicator_id, chosen.region, chosen.is_main, chosen.distance
)

select
    definitions.position, definitions.drawable, chosen.is_main, chosen.distance,
    chosen.indicator_id, chosen.subject, chosen.region,
    indicator_types.name_en, indicator_types.name_de,
    indicator_types.definition_en, indicator_types.definition_de,
    chosen.market, markets.name_en as market_en, markets.name_de as market_de,
    chosen.year, chosen.value, chosen.unit, chosen.qualifier, chosen.shown, chosen.inhabitants, chosen.is_latest,
    chosen.source_id, sources.publisher, sources.url,
    case
        when chosen.measure = 'per-1000' then list_append(chosen.source_ids, chosen.inhabitants_source_id)
        else chosen.source_ids
    end as source_ids
from chosen
inner join definitions on chosen.indicator_id = definitions.indicator_id and chosen.region = definitions.region
inner join indicator_types on chosen.indicator_id = indicator_types.indicator_id
inner join markets on chosen.market = markets.market
inner join sources on chosen.source_id = sources.source_id
order by definitions.position, list_position($markets::varchar[], chosen.market), chosen.year
