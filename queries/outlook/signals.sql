-- Which signals of the last years speak of a market in a sector?
-- One row per signal, newest first. Parameters: $market, $sector (codes), $since (first year that counts).
select
    signal.signal_id,
    signal.year,
    signal.direction,
    signal.signal_en,
    signal.signal_de,
    signal.source_id
from signal
where
    signal.market = $market::varchar
    and signal.sector_id = $sector::varchar
    and signal.year >= $since::integer
order by signal.year desc, signal.signal_id
