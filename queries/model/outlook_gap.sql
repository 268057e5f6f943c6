-- Is a market weaker in Düsseldorf than in Germany?
-- One row per market with both shares: raw is its share of all foreign investment projects in Germany (GTAI) minus its share
-- of all foreign companies in the commercial register of the chamber district, each in its newest year (0.03 = 3 percentage
-- points more in Germany). year, since_year: the newer and the older of the two years; facts: 2; exact as in
-- outlook_projects. China is left out: the register counts Greater China, the projects do not.
with shares as (
    select
        comparable.*,
        row_number() over (
            partition by comparable.market, comparable.indicator_id
            order by comparable.year desc
        ) as position
    from comparable
    where
        comparable.share_of_all is not null
        and comparable.market <> 'CN'
        and (
            (comparable.indicator_id = 'fdi-projects-gtai' and comparable.region = 'DE')
            or (comparable.indicator_id = 'companies-commercial-register' and comparable.region = 'IHK-DUS')
        )
)

select
    germany.market,
    germany.indicator_id,
    germany.region,
    greatest(germany.year, here.year) as year,
    least(germany.year, here.year) as since_year,
    2 as facts,
    germany.qualifier = 'exact' and here.qualifier = 'exact'
    and germany.total_qualifier = 'exact' and here.total_qualifier = 'exact' as exact,
    germany.share_of_all - here.share_of_all as raw,
    list_distinct(flatten([
        germany.source_ids, germany.total_source_ids, here.source_ids, here.total_source_ids
    ])) as source_ids
from shares as germany
inner join shares as here on germany.market = here.market and here.position = 1
where
    germany.position = 1
    and germany.indicator_id = 'fdi-projects-gtai'
    and here.indicator_id = 'companies-commercial-register'
