-- Of which companies was nothing heard for ten years, and who told of them last?
-- One row per company of that status (see the view company). source_id: of what was heard last: of its newest milestone, if
-- that was it, else of the company itself.
select
    company.company_id,
    company.name,
    company.market,
    company.theme_id,
    company.city,
    company.status,
    company.heard,
    coalesce(milestone.source_id, company.source_id) as source_id
from company
left join milestone
    on
        company.company_id = milestone.company_id
        and company.heard = greatest(milestone.year, year_of(milestone.published))
where company.status = 'unheard'
qualify
    row_number() over (
        partition by company.company_id
        order by milestone.year desc nulls last, milestone.month desc nulls last, milestone.milestone_id
    ) = 1
