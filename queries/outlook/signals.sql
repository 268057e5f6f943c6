-- Which signals of the last years speak of a market in a sector?
-- One row per signal, newest first. Parameters: $market, $sector (codes), $since (first year that counts).
select
    signals.signal_id,
    signals.year,
    signals.direction,
    signals.signal_en,
    signals.signal_de,
    signals.source_id,
    sources.publisher,
    sources.url
from signals
inner join sources on signals.source_id = sources.source_id
where
    signals.market = $market::varchar
    and signals.sector_id = $sector::varchar
    and signals.year >= $since::integer
order by signals.year desc, signals.signal_id
