-- How strong is each source market, by the measure the reader chose?
-- One row per market with a value. Parameter: $measure, one of list (companies in our list), companies, projects, residents
-- (published figures: the indicators with the role map-…, of several the first series of the market, see series). Published
-- values are fresh beside the newest of the measure, so that they can be compared.
-- value: number; year: null for our list (as of the data); source_ids: the sources behind the value.
-- May be null: year.
with listed as (
    select
        present.market,
        cast(count(*) as double) as value,
        cast(null as integer) as year,
        'exact' as qualifier,
        list_sort(list(distinct present.source_id)) as source_ids
    from present
    where $measure::varchar = 'list'
    group by present.market
),

figures as (
    select
        latest_value.market,
        latest_value.value,
        latest_value.year,
        latest_value.qualifier,
        latest_value.source_ids,
        max(latest_value.year) over () as newest
    from role_series
    inner join latest_value
        on
            role_series.indicator_id = latest_value.indicator_id
            and role_series.market = latest_value.market
            and role_series.region = latest_value.region
    inner join source_market on latest_value.market = source_market.market
    where role_series.role = 'map-' || $measure::varchar
    qualify row_number() over (partition by latest_value.market order by role_series.position) = 1
),

measured as (
    select listed.*
    from listed
    union all
    select figures.market, figures.value, figures.year, figures.qualifier, figures.source_ids
    from figures
    where fresh(figures.year, figures.newest)
)

select
    measured.market,
    places.lat,
    places.lon,
    measured.value,
    measured.year,
    measured.qualifier,
    measured.source_ids
from measured
inner join source_market on measured.market = source_market.market
inner join places on source_market.capital = places.place
order by measured.value desc, measured.market
