-- Which signals point up, down or sideways for this market?
-- One row per signal, newest first. Parameter: $market (code).
select
    signals.signal_id,
    signals.direction,
    signals.year,
    signals.sector_id,
    signals.signal_en,
    signals.signal_de,
    signals.source_id,
    sources.publisher,
    sources.url
from signals
inner join sources on signals.source_id = sources.source_id
where signals.market = $market::varchar
order by signals.year desc, signals.direction, signals.signal_id
