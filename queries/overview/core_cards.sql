-- What does a core market's card say besides its trend?
-- One row per core market that is in our list or has a published number of companies, largest in our list first: desk,
-- companies in our list, its two strongest sectors there.
-- May be null: desk_id, since_year, sector_1, sector_2.
with cells as (
    select
        present.market,
        nullif(present.sector_id, 'other') as sector_id,
        count(*) as companies
    from present
    group by present.market, present.sector_id
),

listed as (
    select
        cells.market,
        cast(sum(cells.companies) as bigint) as companies,
        list(cells.sector_id order by -cells.companies, cells.sector_id) filter (
            where cells.sector_id is not null
        ) as sectors
    from cells
    group by cells.market
)

select
    markets.market,
    desks.desk_id,
    desks.since_year,
    coalesce(listed.companies, 0) as companies,
    listed.sectors[1] as sector_1,
    listed.sectors[2] as sector_2
from markets
left join listed on markets.market = listed.market
left join desks on markets.desk_id = desks.desk_id
where
    markets.core
    and (
        listed.market is not null
        or markets.market in (select best_series.market from best_series where best_series.subject = 'companies')
    )
order by companies desc, markets.market
