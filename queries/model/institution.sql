-- Which institutions stand for which market, and since when?
-- One row per institution, and per desk of the city whose market has no desk or competence centre on record that began in
-- the same year (so that none stands twice). market: the market it stands for ('all' countries); a desk's core market, null
-- where it looks after none; markets: all it looks after. kind_group: 1 public bodies, 2 business, 3 schools and culture,
-- 4 projects and series. since_year is null where it is not known; desk_id: of a desk, null for an institution.
with every as (
    select
        institutions.institution_id,
        institutions.name_en,
        institutions.name_de,
        institutions.market,
        institutions.kind,
        institutions.since_year,
        institutions.city,
        institutions.description_en,
        institutions.description_de,
        institutions.source_id,
        [institutions.market] as markets,
        cast(null as varchar) as desk_id
    from institutions
    union all
    select
        'desk-' || desk.desk_id,
        desk.name_en,
        desk.name_de,
        desk.market,
        'desk',
        desk.since_year,
        null,
        null,
        null,
        desk.source_id,
        list_sort(desk.markets),
        desk.desk_id
    from desk
    where not exists (
        select 1
        from institutions
        where
            institutions.market = desk.market
            and institutions.kind in ('desk', 'competence-centre')
            and institutions.since_year = desk.since_year
    )
)

select
    every.*,
    case
        when every.kind in ('consulate', 'desk', 'competence-centre', 'trade-promotion') then 1
        when every.kind in ('chamber', 'network', 'accelerator', 'trade-fair') then 2
        when every.kind in ('school', 'culture') then 3
        else 4
    end as kind_group
from every
