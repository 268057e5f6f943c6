-- How many companies would each choice of each filter show, given the other filters?
-- One row per facet and value (facet `all`: what all filters together leave), ordered by both. Parameters: $chosen (a list
-- of facet=value, as returned here; a facet that is not in it restricts nothing), $found (company ids a search found; null
-- without a search). companies: number, without regard to the facet's own filter. source_ids: of markets and periods.
-- May be null: $found.
with described as (
    select
        facet_value.*,
        fits($chosen::varchar[], facet_value.facet, facet_value.value) as is_chosen
    from facet_value
    where $found::varchar[] is null or facet_value.company_id in (select unnest($found::varchar[]))
),

judged as (
    select
        described.*,
        count(*) filter (where not described.is_chosen) over (partition by described.company_id) as misses
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
    judged.facet,
    judged.value,
    count(*),
    list(distinct judged.source_id order by judged.source_id) filter (where judged.facet in ('market', 'period'))
from judged
where judged.misses = cast(not judged.is_chosen as integer)
group by judged.facet, judged.value
order by facet, value
