-- From which countries are companies here, for the question "Where are you from?"
-- One row per market with a company in our list (without those that left), core markets first, then most companies.
select
    source_market.market,
    source_market.core,
    count(*) as companies
from present
inner join source_market on present.market = source_market.market
group by source_market.market, source_market.core
order by source_market.core desc, companies desc, source_market.market
