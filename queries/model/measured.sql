-- What is a market's value in each measure in which markets can be compared?
-- One row per indicator, market, region, year, mode (absolute, index, per-million, share) and, for an index, base_year.
-- shown: the value in that measure (index: base year = 100; per-million: per million inhabitants of the source country;
-- share: 0..1); a measure that cannot be computed has no row. shown_qualifier: hedge of that value (a quotient of two values
-- of which one is no exact one is approx); shown_source_ids: the sources of all that is in it.
select
    comparable.*,
    'absolute' as mode,
    cast(null as integer) as base_year,
    comparable.value as shown,
    comparable.qualifier as shown_qualifier,
    comparable.source_ids as shown_source_ids
from comparable
union all
select
    comparable.*, 'per-million', null, comparable.per_million, comparable.qualifier,
    list_append(comparable.source_ids, comparable.population_source_id)
from comparable
where comparable.per_million is not null
union all
select
    comparable.*, 'share', null, comparable.share_of_all,
    if(comparable.qualifier = 'exact' and comparable.total_qualifier = 'exact', 'exact', 'approx'),
    list_sort(list_distinct(list_concat(comparable.source_ids, comparable.total_source_ids)))
from comparable
where comparable.share_of_all is not null
union all
select
    comparable.*, 'index', base.year, 100.0 * comparable.value / base.value,
    if(comparable.qualifier = 'exact' and base.qualifier = 'exact', 'exact', 'approx'),
    list_sort(list_distinct(list_concat(comparable.source_ids, base.source_ids)))
from comparable
inner join comparable as base
    on
        comparable.indicator_id = base.indicator_id
        and comparable.region = base.region
        and comparable.market = base.market
where base.value > 0
