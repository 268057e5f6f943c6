-- What happened when: arrivals, growth, moves, research, new partners and owners, downsizing and closures?
-- One row per milestone, newest first. lane: 1 arrival, 2 growth, 3 relocation, 4 research, 5 partnership,
-- takeover or new name, 6 downsizing or closure; number: of the milestone within its lane and year (1 = first), crowd:
-- milestones in that lane and year. is_announced: the company is not here yet as far as is known.
-- Parameter: $market (code). May be null: month, from_city, to_city, jobs.
with placed as (
    select
        milestone.*,
        case
            when milestone.is_arrival then 1
            when milestone.kind in ('expansion', 'hq-upgrade') then 2
            when milestone.kind = 'relocation' then 3
            when milestone.kind = 'rnd-centre' then 4
            when milestone.kind in ('partnership', 'acquisition', 'renaming') then 5
            else 6
        end as lane
    from milestone
    where milestone.market = $market::varchar
)

select
    placed.milestone_id,
    placed.company_id,
    placed.name,
    placed.lane,
    placed.kind,
    placed.year,
    placed.month,
    row_number() over (
        partition by placed.lane, placed.year
        order by placed.month nulls first, placed.milestone_id
    ) as number,
    count(*) over (partition by placed.lane, placed.year) as crowd,
    placed.from_city,
    placed.to_city,
    placed.jobs,
    placed.is_announced,
    placed.description_en,
    placed.description_de,
    placed.source_id
from placed
order by placed.year desc, placed.month desc nulls last, placed.milestone_id
