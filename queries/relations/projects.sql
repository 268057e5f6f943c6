-- Which projects join several markets, and what does each partner bring?
-- One row per project and partner; partners, countries: how many the project has, with the home country; projects: how many
-- there are in this choice. Only projects with partners from at least two countries.
-- Parameters: $markets (codes; projects in which one of them takes part, an empty list is all), $theme (code, '' is any).
-- May be null: theme_id, place.
with joined as (
    select
        project_id,
        count(*) as partners,
        count(distinct market) as countries,
        list_sort(list(distinct market)) as markets
    from project_partners
    group by project_id
)

select
    projects.project_id,
    projects.name_en,
    projects.name_de,
    projects.theme_id,
    projects.place,
    projects.description_en,
    projects.description_de,
    joined.partners,
    joined.countries,
    dense_rank() over (order by projects.project_id) + dense_rank() over (order by projects.project_id desc) - 1 as projects,
    project_partners.partner,
    project_partners.market,
    project_partners.part_en,
    project_partners.part_de,
    projects.source_id,
    list_sort(list_distinct([projects.source_id, project_partners.source_id])) as source_ids
from projects
inner join joined on projects.project_id = joined.project_id
inner join project_partners on projects.project_id = project_partners.project_id
where
    joined.countries > 1
    and ($theme::varchar = '' or projects.theme_id = $theme::varchar)
    and (array_length($markets::varchar[]) = 0 or list_has_any(joined.markets, $markets::varchar[]))
order by projects.project_id, project_partners.partner
