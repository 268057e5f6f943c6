-- Who moved from which town to which?
-- One row per relocation of which both towns are known and differ; an origin that is not told is where the last move of the
-- whole company before it led. scope: whole, or part where only a part of the company moved to or from a site that was there
-- already. position: 1, 2 ... of the company's moves as a whole, next_year: year of the next of them (both null for parts).
with relocations as (
    select
        milestones.milestone_id,
        milestones.company_id,
        coalesce(
            milestones.from_city,
            last_value(if(milestones.scope = 'whole', milestones.to_city, null) ignore nulls) over (
                partition by milestones.company_id
                order by milestones.year, milestones.month nulls last, milestones.milestone_id
                rows between unbounded preceding and 1 preceding
            )
        ) as from_city,
        milestones.to_city,
        milestones.scope,
        milestones.year,
        milestones.month,
        milestones.jobs,
        milestones.area_sqm,
        milestones.source_id
    from milestones
    where milestones.kind = 'relocation' and milestones.to_city is not null
),

whole as (
    select
        relocations.milestone_id,
        row_number() over sequence as position,
        lead(relocations.year) over sequence as next_year
    from relocations
    where relocations.from_city <> relocations.to_city and relocations.scope = 'whole'
    window sequence as (
        partition by relocations.company_id
        order by relocations.year, relocations.month nulls last, relocations.milestone_id
    )
)

select
    relocations.*,
    whole.position,
    whole.next_year
from relocations
left join whole on relocations.milestone_id = whole.milestone_id
where relocations.from_city <> relocations.to_city
