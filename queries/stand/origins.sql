-- How does the world add up, country by country?
-- One row per source market with a company in our list (without those that left), the fewest first. lat, lon: its capital;
-- companies: its sites; companies_so_far, countries_so_far: those of all rows up to this one.
-- May be null: lat, lon.
with counted as (
    select
        source_market.market,
        source_market.capital,
        count(*) as companies
    from present
    inner join source_market on present.market = source_market.market
    group by source_market.market, source_market.capital
)

select
    counted.market,
    places.lat,
    places.lon,
    counted.companies,
    sum(counted.companies) over upwards as companies_so_far,
    row_number() over upwards as countries_so_far
from counted
left join places on counted.capital = places.place
window upwards as (order by counted.companies, counted.market rows unbounded preceding)
order by counted.companies, counted.market
