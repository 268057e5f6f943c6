-- Of which markets and sectors can a score be made?
-- One row per market and sector of which something is known (see outlook_component), in alphabetical order.
select
    levels.market,
    levels.sector_id
from outlook_levels as levels
order by levels.market, levels.sector_id
