-- What does a core market's card say besides its trend?
-- One row per core market, largest in our list first: desk, companies in our list, its two strongest sectors there.
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
        list(cells.sector_id order by cells.companies desc, cells.sector_id) filter (
            where cells.sector_id is not null
        ) as sectors
    from cells
    group by cells.market
)

select
    markets.market,
    desks.desk_id,
    desks.since_year,
    listed.companies,
    listed.sectors[1] as sector_1,
    listed.sectors[2] as sector_2
from markets
inner join listed on markets.market = listed.market
left join desks on markets.desk_id = desks.desk_id
where markets.core
order by listed.companies desc, markets.market
