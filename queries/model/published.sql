-- What is the published value of an indicator for a market, a region and a year, and who says so?
-- One row per indicator, market, region and year: the preferred source's value; low and high span all sources.
-- value, low, high in the indicator's unit; is_disputed: sources say different things; source_ids lists every source for
-- the point.
with spans as (
    select
        indicator_id,
        market,
        region,
        year,
        min(value) as low,
        max(value) as high,
        list_sort(list(distinct source_id)) as source_ids
    from indicators
    group by indicator_id, market, region, year
)

select
    indicators.indicator_id,
    indicator_types.group_id,
    indicator_types.unit,
    indicators.market,
    indicators.region,
    indicators.year,
    indicators.value,
    indicators.qualifier,
    spans.low,
    spans.high,
    spans.low < spans.high as is_disputed,
    indicators.note_en,
    indicators.note_de,
    indicators.source_id,
    spans.source_ids,
    sources.title as source_title,
    sources.publisher,
    sources.url
from indicators
inner join indicator_types on indicators.indicator_id = indicator_types.indicator_id
inner join sources on indicators.source_id = sources.source_id
inner join spans
    on
        indicators.indicator_id = spans.indicator_id
        and indicators.market = spans.market
        and indicators.region = spans.region
        and indicators.year = spans.year
where indicators.preferred
