-- How many people from each market live in the region, by the newest good count?
-- One row per chosen market with such a count, in the order of the choice. Of the definitions that count people by
-- nationality (rank) the best one whose newest value is at most four years older than the market's newest.
-- Parameters: $markets (list of codes), $region (code). value: people; change: share of the previous value of the same
-- definition (0.11 = 11 percent more), null without one.
with found as (
    select
        talent_figure.rank,
        latest_value.*,
        max(latest_value.year) over (partition by latest_value.market) as newest
    from latest_value
    inner join talent_figure
        on
            latest_value.indicator_id = talent_figure.indicator_id
            and latest_value.market = talent_figure.market
            and latest_value.region = talent_figure.region
            and latest_value.year = talent_figure.year
    where
        talent_figure.measure = 'absolute'
        and talent_figure.subject = 'residents'
        and talent_figure.rank is not null
        and latest_value.region = $region::varchar
        and list_contains($markets::varchar[], latest_value.market)
),

ranked as (
    select
        found.*,
        row_number() over (
            partition by found.market
            order by found.year >= found.newest - 4 desc, found.rank
        ) as position
    from found
)

select
    ranked.market, markets.name_en as market_en, markets.name_de as market_de,
    ranked.indicator_id, indicator_types.name_en, indicator_types.name_de,
    ranked.region, ranked.unit, ranked.value, ranked.qualifier, ranked.year,
    ranked.previous_year, ranked.previous_qualifier, ranked.change,
    ranked.source_id, ranked.source_title, ranked.publisher, ranked.source_url
from ranked
inner join markets on ranked.market = markets.market
inner join indicator_types on ranked.indicator_id = indicator_types.indicator_id
where ranked.position = 1
order by list_position($markets::varchar[], ranked.market)
