-- What are the chosen markets' values in the chosen measure?
-- One row per market and year. Parameters: $markets (list of codes), $indicator, $region, $mode (absolute, index,
-- per-million or share), $base (the index's base year). shown: the value in that measure (index: base year = 100;
-- per-million: per million inhabitants; share: 0..1); null where it cannot be computed.
with chosen as (
    select comparable.*
    from comparable
    where
        comparable.indicator_id = $indicator::varchar
        and comparable.region = $region::varchar
        and list_contains($markets::varchar[], comparable.market)
),

base as (
    select
        chosen.market,
        chosen.value
    from chosen
    where chosen.year = $base::integer and chosen.value <> 0
)

select
    chosen.market,
    markets.name_en,
    markets.name_de,
    markets.core,
    chosen.year,
    chosen.value,
    chosen.unit,
    chosen.qualifier,
    chosen.note_en,
    chosen.note_de,
    chosen.source_id,
    sources.publisher,
    sources.title as source_title,
    sources.url as source_url,
    case $mode::varchar
        when 'index' then 100.0 * chosen.value / base.value
        when 'per-million' then chosen.per_million
        when 'share' then chosen.share_of_all
        else chosen.value
    end as shown
from chosen
inner join markets on chosen.market = markets.market
inner join sources on chosen.source_id = sources.source_id
left join base on chosen.market = base.market
order by list_position($markets::varchar[], chosen.market), chosen.year
