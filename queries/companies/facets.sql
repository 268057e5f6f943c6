-- How many companies would each choice of each filter show, given the other filters?
-- One row per facet and value (facet `all`: what all filters together leave), ordered by both. Parameters: $chosen (a list
-- of facet=value, as returned here; a facet that is not in it restricts nothing), $fewest, $most and $unstaffed (employees,
-- see missing), $found (company ids a search found; null without a search). companies: number, without regard to the facet's
-- own filter; a company with several values in a facet counts for each, so these may add up to more than there are.
-- source_ids: of markets and periods.
-- May be null: $found, $fewest, $most.
with looked_at as (
    select missing.*
    from missing($chosen::varchar[], $fewest::integer, $most::integer, $unstaffed::boolean) as missing
    where
        missing.missed <= 1
        and ($found::varchar[] is null or missing.company_id in (select unnest($found::varchar[])))
),

counted as (
    select 'all' as facet, 'all' as value, count(*) as companies from looked_at where missed = 0
    union all
    select 'market', market, count(*) from looked_at where missed = no_market::integer group by market
    union all
    select 'sector', sector, count(*) from looked_at where missed = no_sector::integer group by sector
    union all
    select 'theme', theme, count(*) from looked_at where missed = no_theme::integer group by theme
    union all
    select 'topic', topics.topic, count(*)
    from (select unnest(topic) as topic from looked_at where missed = no_topic::integer) as topics
    group by topics.topic
    union all
    select 'role', role, count(*) from looked_at where missed = no_role::integer group by role
    union all
    select 'town', town, count(*) from looked_at where missed = no_town::integer group by town
    union all
    select 'period', period, count(*) from looked_at where missed = no_period::integer group by period
    union all
    select 'status', status, count(*) from looked_at where missed = no_status::integer group by status
    union all
    select 'history', history, count(*) from looked_at where missed = no_history::integer group by history
    union all
    select 'staff', staff, count(*) from looked_at where missed = no_staff::integer group by staff
),

told as (
    select 'market' as facet, market as value, source_id from looked_at where missed = no_market::integer
    union
    select 'period', period, source_id from looked_at where missed = no_period::integer
),

sources as (
    select told.facet, told.value, list(told.source_id order by told.source_id) as source_ids
    from told
    group by told.facet, told.value
)

select counted.*, sources.source_ids
from counted
left join sources on counted.facet = sources.facet and counted.value = sources.value
order by counted.facet, counted.value
