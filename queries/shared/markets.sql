-- Which markets have a page, and in which order are they offered?
-- One row per market with at least one fact (company, published figure, event, signal or institution), core markets
-- first, then by companies: sites in our list, without those that left.
with own_list as (
    select
        company.market,
        count(*) as companies
    from company
    where company.status <> 'left'
    group by company.market
),

facts as (
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
    markets.market,
    markets.iso3,
    markets.name_en,
    markets.name_de,
    markets.core,
    coalesce(own_list.companies, 0) as companies
from markets
inner join facts on markets.market = facts.market
left join own_list on markets.market = own_list.market
where markets.market not in ('all', 'DE')
order by markets.core desc, companies desc, markets.name_en
