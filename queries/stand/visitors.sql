-- From which countries are companies here, for the question "Where are you from?"
-- One row per market with a company in our list (without those that left), core markets first, then most companies.
select
    markets.market,
    markets.core,
    count(*) as companies
from company
inner join markets on company.market = markets.market
where company.status <> 'left' and markets.market <> 'DE'
group by markets.market, markets.core
order by markets.core desc, companies desc, markets.market
