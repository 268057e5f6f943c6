-- Of which subjects is nothing newer known than an old figure?
-- One row per market and subject whose speaking figure (see best_series) is old (see latest_value). Parameter: $markets
-- (list of codes; empty: all). value in unit.
select
    best_series.subject,
    best_series.indicator_id,
    best_series.market,
    best_series.region,
    best_series.year,
    best_series.unit,
    best_series.value,
    best_series.qualifier,
    best_series.source_id
from best_series
where within($markets::varchar[], best_series.market) and best_series.is_old
order by best_series.market, best_series.subject
