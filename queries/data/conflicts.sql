-- Of which published values do sources say different things?
-- One row per indicator, market, region and year with more than one value, those that differ most first. value: the
-- preferred one; low, high: the least and the greatest, in unit; spread: by how much the greatest exceeds the least (0.1: by
-- 10 percent); values, qualifiers, said_by: each value with the source that says it, least first. May be null: spread.
with said as (
    select
        indicators.indicator_id,
        indicators.market,
        indicators.region,
        indicators.year,
        list(indicators.value order by indicators.value, indicators.source_id) as values,
        list(indicators.qualifier order by indicators.value, indicators.source_id) as qualifiers,
        list(indicators.source_id order by indicators.value, indicators.source_id) as said_by
    from indicators
    group by indicators.indicator_id, indicators.market, indicators.region, indicators.year
)

select
    published.indicator_id,
    published.unit,
    published.market,
    published.region,
    published.year,
    published.value,
    published.qualifier,
    published.low,
    published.high,
    case when published.low > 0 then published.high / nullif(published.low, 0) - 1 end as spread,
    said.values,
    said.qualifiers,
    said.said_by,
    published.source_id
from published
inner join said
    on
        published.indicator_id = said.indicator_id
        and published.market = said.market
        and published.region = said.region
        and published.year = said.year
where published.is_disputed
order by spread desc nulls last, published.indicator_id, published.market, published.region, published.year
