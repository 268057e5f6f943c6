-- Which institutions stand for which market, and since when?
-- One row per institution, and per desk of the city whose market has no desk or competence centre on record that began in
-- the same year (so that none stands twice). market: the market it stands for ('all' countries); a desk's core market, null
-- where it looks after none; markets: all it looks after. kind_group: 1 public bodies, 2 business, 3 schools and culture,
-- 4 projects and series. since_year is null where it is not known.
with desk as (
    select
        desks.desk_id,
        min(markets.market) filter (where markets.core) as market,
        list(markets.market order by markets.market) as markets
    from desks
    inner join markets on desks.desk_id = markets.desk_id
    group by desks.desk_id
),

every as (
    select
        institutions.institution_id,
        institutions.name_en,
        institutions.name_de,
        institutions.market,
        [institutions.market] as markets,
        institutions.kind,
        institutions.since_year,
        institutions.city,
        institutions.source_id
    from institutions
    union all
    select
        'desk-' || desks.desk_id,
        desks.name_en,
        desks.name_de,
        desk.market,
        desk.markets,
        'desk',
        desks.since_year,
        null,
        desks.source_id
    from desks
    inner join desk on desks.desk_id = desk.desk_id
    where not exists (
        select 1
        from institutions
        where
            institutions.market = desk.market
            and institutions.kind in ('desk', 'competence-centre')
            and institutions.since_year = desks.since_year
    )
)

select
    every.*,
    places.name_en as town_en,
    places.name_de as town_de,
    case
        when every.kind in ('consulate', 'desk', 'competence-centre', 'trade-promotion') then 1
        when every.kind in ('chamber', 'network', 'accelerator', 'trade-fair') then 2
        when every.kind in ('school', 'culture') then 3
        else 4
    end as kind_group
from every
left join places on every.city = places.place
