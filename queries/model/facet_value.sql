-- By which values can the list of companies be filtered?
-- One row per company, facet (a filter of the list) and value that the company has there, at least one in each facet; of
-- topics it may have several. theme, topic: none where it has none; town, period: unknown where it is not told; history: yes
-- where milestones are on record; staff: whether the number of its employees is known.
with said as (
    select
        company.company_id,
        company.source_id,
        unnest([
            struct_pack(facet := 'market', value := company.market),
            struct_pack(facet := 'sector', value := company.sector_id),
            struct_pack(facet := 'theme', value := coalesce(company.theme_id, 'none')),
            struct_pack(facet := 'role', value := company.role),
            struct_pack(facet := 'town', value := coalesce(company.city, 'unknown')),
            struct_pack(facet := 'period', value := coalesce(cast(company.period as varchar), 'unknown')),
            struct_pack(facet := 'status', value := company.status),
            struct_pack(facet := 'history', value := if(company.milestones > 0, 'yes', 'no')),
            struct_pack(facet := 'staff', value := if(company.employees is null, 'unknown', 'known'))
        ]) as pair
    from company
)

select
    said.company_id,
    said.source_id,
    said.pair.facet,
    said.pair.value
from said
union all
select
    company.company_id,
    company.source_id,
    'topic',
    coalesce(company_topic.topic_id, 'none')
from company
left join company_topic on company.company_id = company_topic.company_id
