-- From which countries can companies come?
-- One row per market other than the city's own country and the total of all countries.
select markets.*
from markets
where markets.market <> 'all' and markets.market not in (select city.country from city)
