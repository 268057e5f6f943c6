-- Which towns in use have no place on the map?
-- One row per town name used by a company, milestone or institution that no row of places.csv carries.
with used as (
    select 'companies.csv' as file, company_id as id, 'city' as column_name, city as value from companies
    union all
    select 'companies.csv', company_id, 'parent_city', parent_city from companies
    union all
    select 'milestones.csv', milestone_id, 'from_city', from_city from milestones
    union all
    select 'milestones.csv', milestone_id, 'to_city', to_city from milestones
    union all
    select 'institutions.csv', institution_id, 'city', city from institutions
    union all
    select 'markets.csv', market, 'capital', capital from markets
)

select
    used.file,
    used.id,
    used.column_name,
    used.value,
    'the town has no coordinates' as rule,
    'Add the town to places.csv, or spell it as it stands there.' as mend
from used
left join places on used.value = places.place
where used.value is not null and places.place is null
order by used.file, used.id
