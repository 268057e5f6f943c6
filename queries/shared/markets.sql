-- Which markets have a page, and in which order are they offered?
-- One row per market with at least one fact (company, published figure, event, signal or institution), core markets
-- first, then by companies: sites in our list, without those that left.
with facts as (
    select market from companies
    union
    select market from indicators
    union
    select market from events
    union
    select market from signals
    union
    select market from institutions
)

select
    source_market.market,
    count(present.company_id) as companies
from source_market
inner join facts on source_market.market = facts.market
left join present on source_market.market = present.market
group by source_market.market, source_market.core, source_market.name_en
order by source_market.core desc, companies desc, source_market.name_en
