-- What are rows of the facts called?
-- One row per row of a table that names a source and is asked for. Parameters: $fact (its table), $keys (fact_id of each).
select
    fact.fact_id,
    any_value(fact.title_en) as title_en,
    any_value(fact.title_de) as title_de
from fact
where fact.fact = $fact::varchar and list_contains($keys::varchar[], fact.fact_id)
group by fact.fact_id
order by fact.fact_id
