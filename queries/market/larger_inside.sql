-- Which published count of companies is higher than one of a larger region around it?
-- One row per pair of series (see series) that may speak for the market, with newest values of the same year or the next
-- one that are no mere bounds. other_*: of the larger region. Parameter: $market (code). value, other_value: companies.
-- note: what its source says of that.
select
    inner_one.indicator_id,
    inner_one.region,
    inner_one.year,
    inner_one.value,
    inner_one.qualifier,
    published.note_en,
    published.note_de,
    outer_one.indicator_id as other_indicator_id,
    outer_one.region as other_region,
    outer_one.year as other_year,
    outer_one.value as other_value,
    outer_one.qualifier as other_qualifier
from latest_value as inner_one
inner join region_within on inner_one.region = region_within.region
inner join latest_value as outer_one
    on inner_one.market = outer_one.market and region_within.whole = outer_one.region
inner join indicator_types as inner_type on inner_one.indicator_id = inner_type.indicator_id
inner join indicator_types as outer_type on outer_one.indicator_id = outer_type.indicator_id
inner join published
    on
        inner_one.indicator_id = published.indicator_id
        and inner_one.market = published.market
        and inner_one.region = published.region
        and inner_one.year = published.year
where
    inner_one.market = $market::varchar
    and inner_type.subject = 'companies'
    and outer_type.subject = 'companies'
    and inner_type.rank is not null
    and outer_type.rank is not null
    and inner_one.unit = outer_one.unit
    and inner_one.qualifier in ('exact', 'approx')
    and outer_one.qualifier in ('exact', 'approx')
    and abs(inner_one.year - outer_one.year) <= 1
    and inner_one.value > outer_one.value
order by inner_one.indicator_id, outer_one.indicator_id, outer_one.region
