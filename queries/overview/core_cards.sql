-- What does a core market's card say besides its trend?
-- One row per core market, largest in our list first: desk, companies in our list, its two strongest sectors there.
with sector_counts as (
    select
        company.market,
        company.sector_id,
        count(*) as companies,
        row_number() over (
            partition by company.market
            order by count(*) desc, company.sector_id
        ) as position
    from company
    where company.status <> 'left' and company.sector_id <> 'other'
    group by company.market, company.sector_id
),

list_counts as (
    select
        company.market,
        count(*) as companies
    from company
    where company.status <> 'left'
    group by company.market
)

select
    markets.market,
    markets.name_en,
    markets.name_de,
    desks.name_en as desk_en,
    desks.name_de as desk_de,
    desks.since_year,
    list_counts.companies,
    first_sector.sector_id as sector_1,
    second_sector.sector_id as sector_2
from markets
inner join list_counts on markets.market = list_counts.market
left join desks on markets.desk_id = desks.desk_id
left join sector_counts as first_sector on markets.market = first_sector.market and first_sector.position = 1
left join sector_counts as second_sector on markets.market = second_sector.market and second_sector.position = 2
where markets.core
order by list_counts.companies desc, markets.market
