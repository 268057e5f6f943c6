-- Which published figures are about people from a market, and what are they in each measure?
-- One row per indicator, market, region, year and measure (absolute, per-1000, per-million).
-- subject: residents, students, work or schools. rank: order of the definitions that count people by nationality, the
-- official one first; 1 also for students by nationality; null for all others. shown: absolute as published; per-1000: per
-- 1,000 inhabitants of the region, whose number (inhabitants) must be published for the same region and year; per-million:
-- per million inhabitants of the country of origin (GeoNames). A measure that cannot be computed has no row.
with subjects as (
    select
        indicator_types.indicator_id,
        case
            when indicator_types.indicator_id in ('total-population', 'foreign-share', 'net-migration-abroad') then null
            when indicator_types.indicator_id = 'residents-countries-of-origin' then null
            when indicator_types.group_id = 'people' then 'residents'
            when starts_with(indicator_types.indicator_id, 'residents-') then 'residents'
            when indicator_types.indicator_id in ('school-partnerships', 'university-cooperations', 'korean-schools')
                then 'schools'
            when starts_with(indicator_types.indicator_id, 'blue-card') then 'work'
            when
                indicator_types.indicator_id in (
                    'employees-by-nationality', 'mint-academic-jobs', 'nurses-triple-win-started', 'median-wage-eur',
                    'unemployment-rate'
                )
                then 'work'
            when indicator_types.group_id = 'talent' then 'students'
        end as subject,
        case indicator_types.indicator_id
            when 'residents-nationals' then 1
            when 'students-nationality' then 1
            when 'residents-city-register' then 2
            when 'residents-quoted' then 3
            when 'residents-state-government' then 4
            when 'residents-consulate' then 5
        end as rank
    from indicator_types
),

inhabitants as (
    select
        published.region,
        published.year,
        published.value,
        published.source_id
    from published
    where published.indicator_id = 'total-population' and published.market = 'all'
),

measures (measure) as (values ('absolute'), ('per-1000'), ('per-million')),

computed as (
    select
        published.*,
        subjects.subject,
        subjects.rank,
        measures.measure,
        inhabitants.value as inhabitants,
        inhabitants.source_id as inhabitants_source_id,
        case
            when measures.measure = 'absolute' then published.value
            when published.unit <> 'count' then null
            when measures.measure = 'per-1000' then 1000.0 * published.value / inhabitants.value
            else 1000000.0 * published.value / markets.population
        end as shown
    from published
    inner join subjects on published.indicator_id = subjects.indicator_id
    inner join markets on published.market = markets.market
    left join inhabitants on published.region = inhabitants.region and published.year = inhabitants.year
    cross join measures
    where subjects.subject is not null
)

select computed.*
from computed
where computed.shown is not null
