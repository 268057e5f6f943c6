-- In which sectors are the chosen markets present?
-- One row per sector and chosen market with companies in our list, without those that left; the strongest sectors of the
-- chosen markets first. Parameter: $markets (list of codes). share: of the market's companies (0..1).
with counted as (
    select
        present.sector_id,
        present.market,
        count(*) as companies,
        list_sort(list(distinct present.source_id)) as source_ids
    from present
    where list_contains($markets::varchar[], present.market)
    group by present.sector_id, present.market
)

select
    counted.sector_id,
    counted.market,
    counted.companies,
    sum(counted.companies) over (partition by counted.market) as market_companies,
    cast(counted.companies as double) / sum(counted.companies) over (partition by counted.market) as share,
    sum(counted.companies) over (partition by counted.sector_id) as sector_companies,
    counted.source_ids
from counted
order by sector_companies desc, counted.sector_id, array_position($markets::varchar[], counted.market)
