-- Whom are the boundaries from?
-- One row per publisher to credit, the towns' first.
select credit
from map_credits
order by position
