-- How much of our list does the map of a year show?
-- One row per choice. Parameters as in towns.sql: $year, $markets, $sectors, $roles. shown: companies on the map;
-- undated: companies whose stay in that year may have begun or not (they are on today's map only); listed: companies of
-- this choice in our list, those that left included; elsewhen: of these, gone by then or not yet come; announced: only
-- that; nowhere: without a town or gone in an unknown year.
-- May be null: $year.
with placed as (
    select distinct stay.company_id
    from stay
),

chosen as (
    select
        company.company_id,
        company.status,
        placed.company_id is not null as placed
    from company
    left join placed on company.company_id = placed.company_id
    where
        within($markets::varchar[], company.market)
        and within($sectors::varchar[], company.sector_id)
        and within($roles::varchar[], company.role)
),

listed as (
    select
        count(*) as listed,
        count(*) filter (where chosen.status = 'announced') as announced,
        count(*) filter (where chosen.status <> 'announced' and not chosen.placed) as nowhere,
        count(*) filter (where chosen.placed) as placed
    from chosen
)

select
    any_value(listed.listed) as listed,
    any_value(listed.announced) as announced,
    any_value(listed.nowhere) as nowhere,
    count(found.town) filter (where found.begun) as shown,
    count(found.town) filter (where found.since is null) as undated,
    any_value(listed.placed) - count(found.town) filter (where found.begun or found.since is null) as elsewhen
from listed
left join stays_of($markets::varchar[], $sectors::varchar[], $roles::varchar[], $year::integer) as found on true
