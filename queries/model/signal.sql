-- Which signals are on record, and who gives them?
-- One row per signal, with its source.
select
    signals.*,
    sources.publisher,
    sources.url
from signals
inner join sources on signals.source_id = sources.source_id
