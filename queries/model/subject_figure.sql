-- What are the published figures of a subject in each measure?
-- One row per indicator, market, region, year and measure (absolute, per-1000, per-million). subject, rank: of the
-- definition (see indicator_types). shown: absolute as published; per-1000: per 1,000 inhabitants of the region, whose
-- number (inhabitants) must be published for the same region and year; per-million: per million inhabitants of the country
-- of origin (GeoNames). A measure that cannot be computed has no row. source_ids: of all that is in it.
with told as (
    select
        published.*,
        indicator_types.subject,
        indicator_types.rank,
        markets.population,
        inhabitants.value as inhabitants,
        inhabitants.source_id as inhabitants_source_id
    from published
    inner join indicator_types on published.indicator_id = indicator_types.indicator_id
    inner join markets on published.market = markets.market
    left join inhabitants on published.region = inhabitants.region and published.year = inhabitants.year
    where indicator_types.subject is not null
)

select
    told.indicator_id,
    told.group_id,
    told.unit,
    told.market,
    told.region,
    told.year,
    told.value,
    told.qualifier,
    told.low,
    told.high,
    told.is_disputed,
    told.note_en,
    told.note_de,
    told.source_id,
    told.source_title,
    told.publisher,
    told.url,
    told.subject,
    told.rank,
    'absolute' as measure,
    told.inhabitants,
    told.source_ids,
    told.value as shown
from told
union all
select
    told.indicator_id, told.group_id, told.unit, told.market, told.region, told.year, told.value,
    told.qualifier, told.low, told.high, told.is_disputed, told.note_en, told.note_de, told.source_id,
    told.source_title, told.publisher, told.url, told.subject, told.rank,
    'per-1000', told.inhabitants,
    list_append(told.source_ids, told.inhabitants_source_id), 1000.0 * told.value / told.inhabitants
from told
where told.unit = 'count' and told.inhabitants > 0
union all
select
    told.indicator_id, told.group_id, told.unit, told.market, told.region, told.year, told.value,
    told.qualifier, told.low, told.high, told.is_disputed, told.note_en, told.note_de, told.source_id,
    told.source_title, told.publisher, told.url, told.subject, told.rank,
    'per-million', told.inhabitants, told.source_ids, 1000000.0 * told.value / told.population
from told
where told.unit = 'count' and told.population > 0
