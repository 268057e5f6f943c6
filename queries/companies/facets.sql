-- How many companies would each choice of each filter show, given the other filters?
-- One row per facet and value (facet `all`: what all filters together leave), ordered by both. Parameters: $chosen (a list
-- of facet=value, as returned here; a facet that is not in it restricts nothing), $fewest, $most and $unstaffed (employees,
-- see misses), $found (company ids a search found; null without a search). companies: number, without regard to the facet's
-- own filter; a company with several values in a facet counts for each, so these may add up to more than there are.
-- source_ids: of markets and periods.
-- May be null: $found, $fewest, $most.
with missed as (
    select
        misses.company_id,
        count(*) as facets,
        any_value(misses.facet) as facet
    from misses($chosen::varchar[], $fewest::integer, $most::integer, $unstaffed::boolean) as misses
    group by misses.company_id
),

looked_at as (
    select
        facet_value.*,
        missed.facets is null as is_left
    from facet_value
    left join missed on facet_value.company_id = missed.company_id
    where
        ($found::varchar[] is null or facet_value.company_id in (select unnest($found::varchar[])))
        and (missed.facets is null or (missed.facets = 1 and missed.facet = facet_value.facet))
)

select
    'all' as facet,
    'all' as value,
    count(distinct looked_at.company_id) as companies,
    cast(null as varchar[]) as source_ids
from looked_at
where looked_at.is_left
union all
select
    looked_at.facet,
    looked_at.value,
    count(*),
    list(distinct looked_at.source_id order by looked_at.source_id) filter (where looked_at.facet in ('market', 'period'))
from looked_at
group by looked_at.facet, looked_at.value
order by facet, value
