-- Which five published figures open the overview?
-- One row per headline, in the order of the page: the newest value of its series with change, year and source.
-- value in the indicator's unit; change: share of the previous value of the same series.
with chosen (position, indicator_id, market, region) as (
    values
    (1, 'companies-commercial-register', 'all', 'IHK-DUS'),
    (2, 'fdi-projects-state-agency', 'all', 'NRW'),
    (3, 'companies-china-competence-centre', 'CN', 'DUS'),
    (4, 'companies-city-count', 'JP', 'DUS'),
    (5, 'residents-nationals', 'JP', 'DUS')
)

select
    chosen.position,
    latest_value.indicator_id,
    latest_value.market,
    latest_value.region,
    latest_value.unit,
    latest_value.value,
    latest_value.qualifier,
    latest_value.year,
    latest_value.previous_year,
    latest_value.previous_qualifier,
    latest_value.change,
    latest_value.source_id,
    latest_value.source_title,
    latest_value.publisher,
    latest_value.source_url
from chosen
inner join latest_value
    on
        chosen.indicator_id = latest_value.indicator_id
        and chosen.market = latest_value.market
        and chosen.region = latest_value.region
order by chosen.position
