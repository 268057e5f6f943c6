-- How did the number of companies by country change across the chamber's studies?
-- One row per market and study year: companies in the commercial register of the chamber district, for the countries that
-- at least two studies name. value: companies.
with studied as (
    select
        published.market,
        published.year,
        published.value,
        published.qualifier,
        published.source_id,
        count(*) over (partition by published.market) as studies
    from published
    where
        published.indicator_id = 'companies-commercial-register'
        and published.region = 'IHK-DUS'
        and published.market <> 'all'
)

select
    studied.market,
    markets.name_en,
    markets.name_de,
    markets.core,
    studied.year,
    studied.value,
    studied.qualifier,
    studied.source_id
from studied
inner join markets on studied.market = markets.market
where studied.studies >= 2
order by studied.year, studied.value desc, studied.market
