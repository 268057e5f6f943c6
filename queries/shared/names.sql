-- What are the codes of a code list called?
-- One row per code, in the order of its CSV. Parameter: $code_list (markets, sectors, sector_groups, themes, regions, desks,
-- places or indicator_types).
with every_name as (
    select 'markets' as list_name, market as code, name_en, name_de, rowid as position from markets
    union all
    select 'sectors', sector_id, name_en, name_de, rowid from sectors
    union all
    select 'sector_groups', group_id, name_en, name_de, rowid from sector_groups
    union all
    select 'themes', theme_id, name_en, name_de, rowid from themes
    union all
    select 'regions', region, name_en, name_de, rowid from regions
    union all
    select 'desks', desk_id, name_en, name_de, rowid from desks
    union all
    select 'places', place, name_en, name_de, rowid from places
    union all
    select 'indicator_types', indicator_id, name_en, name_de, rowid from indicator_types
)

select
    every_name.code,
    every_name.name_en,
    every_name.name_de
from every_name
where every_name.list_name = $code_list::varchar
order by every_name.position
