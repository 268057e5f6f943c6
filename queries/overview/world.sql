-- How strong is each source market, by the measure the reader chose?
-- One row per market with a value. Parameter: $measure, one of list (companies in our list), companies (companies in the
-- commercial register, chamber district), projects (foreign direct investment projects in NRW), residents (nationals in
-- the city).
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

published_values as (
    select
        case latest_value.indicator_id
            when 'companies-commercial-register' then 'companies'
            when 'fdi-projects-state-agency' then 'projects'
            else 'residents'
        end as measure,
        latest_value.market,
        latest_value.value,
        latest_value.year,
        latest_value.qualifier,
        latest_value.source_ids
    from latest_value
    where
        (latest_value.indicator_id = 'companies-commercial-register' and latest_value.region = 'IHK-DUS')
        or (latest_value.indicator_id = 'fdi-projects-state-agency' and latest_value.region = 'NRW')
        or (latest_value.indicator_id = 'residents-nationals' and latest_value.region = 'DUS')
),

measured as (
    select * from own_list
    union all
    select * from published_values
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
