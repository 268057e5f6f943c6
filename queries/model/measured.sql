-- What is a market's value in each measure in which markets can be compared?
-- One row per indicator, market, region, year, mode (absolute, index, per-million, share) and, for an index, base_year.
-- shown: the value in that measure (index: base year = 100; per-million: per million inhabitants of the source country;
-- share: 0..1); a measure that cannot be computed has no row.
select comparable.*, 'absolute' as mode, cast(null as integer) as base_year, comparable.value as shown
from comparable
union all
select comparable.*, 'per-million', null, comparable.per_million
from comparable
where comparable.per_million is not null
union all
select comparable.*, 'share', null, comparable.share_of_all
from comparable
where comparable.share_of_all is not null
union all
select comparable.*, 'index', base.year, 100.0 * comparable.value / base.value
from comparable
inner join comparable as base
    on
        comparable.indicator_id = base.indicator_id
        and comparable.region = base.region
        and comparable.market = base.market
where base.value <> 0
