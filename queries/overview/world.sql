-- How strong is each source market, by the measure the reader chose?
-- One row per market with a value. Parameter: $measure, one of list (companies in our list), companies (companies in the
-- commercial register, chamber district), projects (foreign direct investment projects in NRW, China's with Hong Kong and
-- Taiwan where that is newer), residents (nationals in the city). Published values may be at most five years older than
-- the newest of the measure, so that they can be compared.
-- value: number; year: null for our list (as of the data); source_ids: the sources behind the value.
with own_list as (
    select
        'list' as measure,
        company.market,
        cast(count(*) as double) as value,
        cast(null as integer) as year,
        'exact' as qualifier,
        list(distinct company.source_id) as source_ids
    from company
    where company.status <> 'left'
    group by company.market
),

measures (measure, indicator_id, region) as (
    values
    ('companies', 'companies-commercial-register', 'IHK-DUS'),
    ('projects', 'fdi-projects-state-agency', 'NRW'),
    ('projects', 'fdi-projects-state-agency-greater-china', 'NRW'),
    ('residents', 'residents-nationals', 'DUS')
),

candidates as (
    select
        measures.measure,
        latest_value.market,
        latest_value.value,
        latest_value.year,
        latest_value.qualifier,
        latest_value.source_ids,
        max(latest_value.year) over (partition by measures.measure) as newest,
        row_number() over (
            partition by measures.measure, latest_value.market
            order by latest_value.year desc, latest_value.indicator_id
        ) as position
    from latest_value
    inner join measures
        on latest_value.indicator_id = measures.indicator_id and latest_value.region = measures.region
    where latest_value.market not in ('all', 'DE')
),

measured as (
    select * from own_list
    union all
    select
        candidates.measure, candidates.market, candidates.value, candidates.year, candidates.qualifier,
        candidates.source_ids
    from candidates
    where candidates.position = 1 and candidates.year >= candidates.newest - 5
)

select
    measured.market,
    markets.iso3,
    markets.name_en,
    markets.name_de,
    markets.core,
    places.lat,
    places.lon,
    measured.value,
    measured.year,
    measured.qualifier,
    measured.source_ids
from measured
inner join markets on measured.market = markets.market
inner join places on markets.capital = places.place
where measured.measure = $measure::varchar and measured.market not in ('all', 'DE')
order by measured.value desc, measured.market
