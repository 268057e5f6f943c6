-- How many companies would each choice of each filter show, given the other filters?
-- One row per facet and value (facet `all`: what all filters together leave). Parameters, an empty list meaning no
-- restriction: $markets, $sectors, $themes, $roles, $towns, $periods, $statuses, $histories (lists of values as returned
-- here), $found (company ids a search found; null without a search). companies: number, without regard to the facet's own
-- filter. source_ids: of markets and periods. Ordered by facet and value.
with described as (
    select
        company.market,
        company.sector_id,
        coalesce(company.theme_id, 'none') as theme,
        company.role,
        coalesce(company.city, 'unknown') as town,
        coalesce(cast(company.period as varchar), 'unknown') as period,
        company.status,
        if(company.milestones > 0, 'yes', 'no') as history,
        company.source_id
    from company
    where $found::varchar[] is null or company.company_id in (select unnest($found::varchar[]))
),

judged as (
    select
        described.*,
        len($markets::varchar[]) > 0 and not list_contains($markets::varchar[], described.market) as no_market,
        len($sectors::varchar[]) > 0 and not list_contains($sectors::varchar[], described.sector_id) as no_sector,
        len($themes::varchar[]) > 0 and not list_contains($themes::varchar[], described.theme) as no_theme,
        len($roles::varchar[]) > 0 and not list_contains($roles::varchar[], described.role) as no_role,
        len($towns::varchar[]) > 0 and not list_contains($towns::varchar[], described.town) as no_town,
        len($periods::varchar[]) > 0 and not list_contains($periods::varchar[], described.period) as no_period,
        len($statuses::varchar[]) > 0 and not list_contains($statuses::varchar[], described.status) as no_status,
        len($histories::varchar[]) > 0 and not list_contains($histories::varchar[], described.history) as no_history
    from described
),

counted as (
    select
        judged.*,
        cast(no_market as integer) + cast(no_sector as integer) + cast(no_theme as integer) + cast(no_role as integer)
        + cast(no_town as integer) + cast(no_period as integer) + cast(no_status as integer)
        + cast(no_history as integer) as misses
    from judged
)

select 'all' as facet, 'all' as value, count(*) as companies, cast(null as varchar[]) as source_ids
from counted
where misses = 0
union all
select 'market', market, count(*), list(distinct source_id order by source_id) from counted
where misses = cast(no_market as integer) group by market
union all
select 'sector', sector_id, count(*), null from counted where misses = cast(no_sector as integer) group by sector_id
union all
select 'theme', theme, count(*), null from counted where misses = cast(no_theme as integer) group by theme
union all
select 'role', role, count(*), null from counted where misses = cast(no_role as integer) group by role
union all
select 'town', town, count(*), null from counted where misses = cast(no_town as integer) group by town
union all
select 'period', period, count(*), list(distinct source_id order by source_id) from counted
where misses = cast(no_period as integer) group by period
union all
select 'status', status, count(*), null from counted where misses = cast(no_status as integer) group by status
union all
select 'history', history, count(*), null from counted where misses = cast(no_history as integer) group by history
order by facet, value
