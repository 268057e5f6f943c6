-- Which signals point up, down or sideways for this market?
-- One row per signal, newest first. Parameter: $market (code).
select
    signal.signal_id,
    signal.direction,
    signal.year,
    signal.sector_id,
    signal.signal_en,
    signal.signal_de,
    signal.source_id
from signal
where signal.market = $market::varchar
order by signal.year desc, signal.direction, signal.signal_id
