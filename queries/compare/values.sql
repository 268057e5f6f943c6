-- What are the chosen markets' values in the chosen measure?
-- One row per market and year. Parameters: $markets (list of codes), $indicator, $region, $mode (absolute, index,
-- per-million or share), $base (the index's base year, else null). shown: the value in that measure as in model/measured;
-- null where it cannot be computed; shown_qualifier: its hedge; source_ids: all sources in it.
-- low, high: least and largest value of all sources for the point. May be null: shown, shown_qualifier, $base.
select
    comparable.market,
    comparable.year,
    comparable.value,
    comparable.low,
    comparable.high,
    comparable.unit,
    comparable.qualifier,
    comparable.note_en,
    comparable.note_de,
    comparable.source_id,
    comparable.publisher,
    comparable.source_title,
    comparable.url as source_url,
    measured.shown,
    measured.shown_qualifier,
    measured.shown_source_ids as source_ids
from comparable
left join measured
    on
        comparable.indicator_id = measured.indicator_id
        and comparable.region = measured.region
        and comparable.market = measured.market
        and comparable.year = measured.year
        and measured.mode = $mode::varchar
        and measured.base_year is not distinct from $base::integer
where
    comparable.indicator_id = $indicator::varchar
    and comparable.region = $region::varchar
    and list_contains($markets::varchar[], comparable.market)
order by array_position($markets::varchar[], comparable.market), comparable.year
