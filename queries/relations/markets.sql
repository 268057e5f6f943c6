-- Which markets can be chosen on this page, and in which order?
-- One row per market with an institution, an event or a part in a project, core markets first, then by events.
-- has_page: the market has a page of its own (the home country and the total of all countries have none).
with facts as (
    select market from institutions
    union
    select market from event
    union
    select market from project_partners
),

dates as (
    select
        market,
        count(*) as events
    from event
    group by market
)

select
    markets.market,
    markets.name_en,
    markets.name_de,
    markets.core,
    coalesce(dates.events, 0) as events,
    source_market.market is not null as has_page
from facts
inner join markets on facts.market = markets.market
left join source_market on facts.market = source_market.market
left join dates on facts.market = dates.market
order by markets.market = 'all', markets.core desc, events desc, markets.name_en
