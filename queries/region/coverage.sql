-- How much of our list does the map of a year show?
-- One row per choice. Parameters as in towns.sql: $year, $markets, $sectors, $roles. shown: companies on the map;
-- undated: companies whose stay in that year may have begun or not (they are on today's map only); listed: companies of
-- this choice in our list, those that left included; elsewhen: of these, gone by then or not yet come; announced: only
-- that; nowhere: without a town or gone in an unknown year.
with chosen as (
    select
        company.company_id,
        company.status
    from company
    where
        (len($markets::varchar[]) = 0 or list_contains($markets::varchar[], company.market))
        and (len($sectors::varchar[]) = 0 or list_contains($sectors::varchar[], company.sector_id))
        and (len($roles::varchar[]) = 0 or list_contains($roles::varchar[], company.role))
),

stays as (
    select stay.*
    from stay
    inner join chosen on stay.company_id = chosen.company_id
)

select
    (select count(*) from chosen) as listed,
    (select count(*) from chosen where chosen.status = 'announced') as announced,
    (
        select count(*)
        from chosen
        where chosen.status <> 'announced' and chosen.company_id not in (select stays.company_id from stays)
    ) as nowhere,
    count(*) filter (
        where ($year::integer is null or stays.since <= $year::integer)
        and (stays.until is null or stays.until > coalesce($year::integer, stays.until))
    ) as shown,
    count(*) filter (
        where stays.since is null and (stays.until is null or stays.until > coalesce($year::integer, stays.until))
    ) as undated,
    count(distinct stays.company_id) - count(*) filter (
        where ($year::integer is null or stays.since is null or stays.since <= $year::integer)
        and (stays.until is null or stays.until > coalesce($year::integer, stays.until))
    ) as elsewhen
from stays
