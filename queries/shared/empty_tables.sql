-- Which tables have no rows yet?
-- One row per such table.
select table_size.name
from table_size
where table_size.found = 0
order by table_size.name
