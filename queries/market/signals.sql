-- Which signals point up, down or sideways for this market?
-- One row per signal, newest first. Parameter: $market (code).
select
    signals.signal_id,
    signals.direction,
    signals.year,
    signals.sector_id,
    signals.signal_en,
    signals.signal_de,
    signals.source_id
from signals
where signals.market = $market::varchar
order by signals.year desc, signals.direction, signals.signal_id
