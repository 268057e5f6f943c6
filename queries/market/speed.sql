-- How long does it take from arrival to the first expansion?
-- One row per scope (`market`, then `all` markets): median of the years between a company's arrival and its first
-- expansion, R&D centre or upgrade to a headquarters in a later year; companies: how many have both on record.
-- Parameter: $market (code). May be null: median_years.
with first_growth as (
    select
        company.market,
        company.company_id,
        min(milestone.year) - company.arrived as years
    from company
    inner join milestone on company.company_id = milestone.company_id
    where milestone.is_growth and milestone.year > company.arrived
    group by company.market, company.company_id, company.arrived
)

select
    'market' as scope,
    median(years) as median_years,
    count(*) as companies
from first_growth
where market = $market::varchar
union all
select
    'all',
    median(years),
    count(*)
from first_growth
order by scope desc
