-- How much of the published number of companies is in our list, like with like?
-- One row per region with a published count (DUS: sites in the city; IHK-DUS: in the city and the district of Mettmann).
-- Where the published count means Greater China, Hong Kong and Taiwan are counted with it. Parameter: $market (code).
-- listed: sites in our list without those that left; value: published companies; share: listed per published company.
with figures as (
    select
        latest_value.*,
        latest_value.market = 'CN' and latest_value.indicator_id in (
            'companies-china-competence-centre', 'companies-commercial-register'
        ) as greater_china,
        row_number() over (
            partition by latest_value.region
            order by latest_value.year desc, latest_value.points desc, latest_value.indicator_id
        ) as position
    from latest_value
    where
        latest_value.market = $market::varchar
        and latest_value.region in ('DUS', 'IHK-DUS')
        and latest_value.indicator_id in (
            'companies-china-competence-centre', 'companies-city-count', 'companies-commercial-register'
        )
),

counted as (
    select
        figures.region,
        count(*) as listed
    from figures
    inner join company
        on figures.market = company.market or (figures.greater_china and company.market in ('HK', 'TW'))
    where
        figures.position = 1
        and company.status <> 'left'
        and (company.in_city or (figures.region = 'IHK-DUS' and company.ags like '05158%'))
    group by figures.region
)

select
    figures.region,
    figures.indicator_id,
    figures.greater_china,
    coalesce(counted.listed, 0) as listed,
    figures.value,
    figures.qualifier,
    figures.year,
    coalesce(counted.listed, 0) / figures.value as share,
    figures.source_id,
    figures.publisher,
    figures.source_url
from figures
left join counted on figures.region = counted.region
where figures.position = 1
order by figures.region
