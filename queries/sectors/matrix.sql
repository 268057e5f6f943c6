-- How many companies of each market work in each sector, and is that more than elsewhere?
-- One row per market and sector with companies (sites in our list, without those that left). Parameter: $theme (focus
-- theme, null for all companies): with one, only its companies count, in the bases too. share: of the market's companies
-- (0..1); share_all: of all markets' companies; specialisation: location quotient share / share_all (Florence 1939; 1 = as
-- in all markets). market_companies, sector_companies, all_companies: the bases.
-- May be null: $theme.
with here as (
    select present.market, present.sector_id, present.source_id
    from present
    where $theme::varchar is null or present.theme_id = $theme::varchar
),

cells as (
    select
        here.market,
        here.sector_id,
        count(*) as companies,
        list_sort(list(distinct here.source_id)) as source_ids
    from here
    group by here.market, here.sector_id
),

based as (
    select
        cells.*,
        sum(cells.companies) over (partition by cells.market) as market_companies,
        sum(cells.companies) over (partition by cells.sector_id) as sector_companies,
        sum(cells.companies) over () as all_companies
    from cells
)

select
    based.market,
    based.sector_id,
    sectors.group_id,
    based.companies,
    cast(based.market_companies as bigint) as market_companies,
    cast(based.sector_companies as bigint) as sector_companies,
    cast(based.all_companies as bigint) as all_companies,
    cast(based.companies as double) / based.market_companies as share,
    cast(based.sector_companies as double) / based.all_companies as share_all,
    (cast(based.companies as double) / based.market_companies)
    / (cast(based.sector_companies as double) / based.all_companies) as specialisation,
    based.source_ids
from based
inner join sectors on based.sector_id = sectors.sector_id
order by based.sector_companies desc, based.sector_id, based.market_companies desc, based.market
