-- Which signals of the last years speak of a market in a sector?
-- One row per signal, newest first. Parameters: $market, $sector (codes), $since (first year that counts).
select
    signals.signal_id,
    signals.year,
    signals.direction,
    signals.signal_en,
    signals.signal_de,
    signals.source_id
from signals
where
    signals.market = $market::varchar
    and signals.sector_id = $sector::varchar
    and signals.year >= $since::integer
order by signals.year desc, signals.signal_id
