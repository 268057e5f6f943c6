-- Which markets can be chosen on this page, and in which order?
-- One row per market with an institution, an event, a part in a project or an occasion (see occasions_of), core markets
-- first, then by events. Parameter: $today (date).
with facts as (
    select market from institutions
    union
    select market from event
    union
    select market from project_partners
    union
    select market from occasions_of([], '', $today::date)
)

select
    markets.market,
    count(event.event_id) as events
from facts
inner join markets on facts.market = markets.market
left join event on facts.market = event.market
where markets.market <> 'all'
group by markets.market, markets.core, markets.name_en
order by markets.core desc, events desc, markets.name_en
