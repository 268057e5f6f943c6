-- What are the chosen markets' values of one figure in one measure?
-- One row per market and year (see the view measured); those of an index from its base year on. markets: codes; indicator,
-- place: its code and its region's; measure: absolute, index, per-million or share; base: the index's base year, else null.
create macro compared(markets, indicator, place, measure, base) as table
    select measured.*
    from measured
    where
        measured.indicator_id = indicator::varchar
        and measured.region = place::varchar
        and measured.mode = measure::varchar
        and measured.base_year is not distinct from base::integer
        and (measured.base_year is null or measured.year >= measured.base_year)
        and list_contains(markets::varchar[], measured.market);
