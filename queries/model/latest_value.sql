-- What is the newest published value of each series, and how does it compare with the one before?
-- One row per indicator, market and region. change: share of the previous value (0.11 = 11 percent more), null without one
-- and where it was not above zero.
with ranked as (
    select
        published.*,
        row_number() over (
            partition by published.indicator_id, published.market, published.region
            order by published.year desc
        ) as position,
        lag(published.value) over series as previous_value,
        lag(published.year) over series as previous_year,
        lag(published.qualifier) over series as previous_qualifier,
        count(*) over (partition by published.indicator_id, published.market, published.region) as points
    from published
    window series as (
        partition by published.indicator_id, published.market, published.region
        order by published.year
    )
)

select
    ranked.indicator_id,
    ranked.group_id,
    ranked.unit,
    ranked.market,
    ranked.region,
    ranked.year,
    ranked.value,
    ranked.qualifier,
    ranked.previous_value,
    ranked.previous_year,
    ranked.previous_qualifier,
    ranked.points,
    ranked.note_en,
    ranked.note_de,
    ranked.source_id,
    ranked.source_ids,
    sources.title as source_title,
    sources.publisher,
    sources.url as source_url,
    case
        when ranked.previous_value > 0
            then ranked.value / ranked.previous_value - 1
    end as change
from ranked
inner join sources on ranked.source_id = sources.source_id
where ranked.position = 1
