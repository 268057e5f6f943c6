-- How many companies would each choice of each filter show, given the other filters?
-- One row per facet and value (facet `all`: what all filters together leave). Parameters, an empty list meaning no
-- restriction: $markets, $sectors, $themes, $roles, $towns, $periods, $statuses, $histories (lists of values as returned
-- here), $found (company ids a search found; null without a search). companies: number, without regard to the facet's own
-- filter. source_ids: of markets and periods. Ordered by facet and value.
with described as (
    select
        faceted.company_id,
        faceted.source_id,
        unnest([
            facet('market', $markets::varchar[], faceted.market),
            facet('sector', $sectors::varchar[], faceted.sector_id),
            facet('theme', $themes::varchar[], faceted.theme),
            facet('role', $roles::varchar[], faceted.role),
            facet('town', $towns::varchar[], faceted.town),
            facet('period', $periods::varchar[], faceted.arrival),
            facet('status', $statuses::varchar[], faceted.status),
            facet('history', $histories::varchar[], faceted.history)
        ]) as choice
    from faceted
    where $found::varchar[] is null or faceted.company_id in (select unnest($found::varchar[]))
),

judged as (
    select
        described.*,
        count(*) filter (where not described.choice.fits) over (partition by described.company_id) as misses
    from described
)

select
    'all' as facet,
    'all' as value,
    count(distinct judged.company_id) as companies,
    cast(null as varchar[]) as source_ids
from judged
where judged.misses = 0
union all
select
    judged.choice.facet,
    judged.choice.value,
    count(*),
    list(distinct judged.source_id order by judged.source_id) filter (where judged.choice.facet in ('market', 'period'))
from judged
where judged.misses = cast(not judged.choice.fits as integer)
group by judged.choice.facet, judged.choice.value
order by facet, value
