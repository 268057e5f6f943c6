-- By which values can the list of companies be filtered?
-- One row per company and facet (a filter of the list), with the value that the company has there. theme: none where it has
-- no focus theme; town, period: unknown where it is not told; history: yes where milestones are on record.
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
            struct_pack(facet := 'history', value := if(company.milestones > 0, 'yes', 'no'))
        ]) as pair
    from company
)

select
    said.company_id,
    said.source_id,
    said.pair.facet,
    said.pair.value
from said
