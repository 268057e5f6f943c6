-- How large is the world that the stand shows?
-- One row per stand. companies: sites in our list without those that left; countries: the source markets they come from.
select
    count(*) as companies,
    count(distinct present.market) as countries
from present
inner join source_market on present.market = source_market.market
