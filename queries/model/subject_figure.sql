-- What are the published figures of a subject in each measure?
-- One row per indicator, market, region, year and measure (absolute, per-1000, per-million). subject, rank: of the
-- definition (see indicator_types). shown: absolute as published; per-1000: per 1,000 inhabitants of the region, whose
-- number (inhabitants) must be published for the same region and year; per-million: per million inhabitants of the country
-- of origin (GeoNames). A measure that cannot be computed has no row. source_ids: of all that is in it.
with measures (measure) as (values ('absolute'), ('per-1000'), ('per-million'))

select
    published.* exclude (source_ids),
    indicator_types.subject,
    indicator_types.rank,
    measures.measure,
    inhabitants.value as inhabitants,
    case
        when measures.measure = 'per-1000' then list_append(published.source_ids, inhabitants.source_id)
        else published.source_ids
    end as source_ids,
    case
        when measures.measure = 'absolute' then published.value
        when published.unit <> 'count' then null
        when measures.measure = 'per-1000' then 1000.0 * published.value / inhabitants.value
        else 1000000.0 * published.value / markets.population
    end as shown
from published
inner join indicator_types on published.indicator_id = indicator_types.indicator_id
inner join markets on published.market = markets.market
left join inhabitants on published.region = inhabitants.region and published.year = inhabitants.year
cross join measures
where indicator_types.subject is not null and shown is not null
