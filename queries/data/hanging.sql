-- What hangs on a source?
-- One row per fact that names it, by table, newest first. Parameter: $source. fact: its table. May be null: market, year.
select
    fact.fact,
    fact.fact_id,
    fact.market,
    fact.year,
    fact.title_en,
    fact.title_de
from fact
where fact.source_id = $source::varchar
order by fact.fact, fact.year desc nulls last, fact.title_en, fact.fact_id
