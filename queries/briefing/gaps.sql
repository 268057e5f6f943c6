-- What is not on record about the sites in our list?
-- One row per choice. Parameter: $markets (list of codes; empty: all). listed: sites that are here or announced (see
-- present); of them without a known year of arrival (undated; announced ones have none yet and do not count), number of
-- employees (unstaffed), town (unplaced); unheard: sites not in that number because nothing was heard of them for ten years.
select
    count(*) filter (where company.status not in ('left', 'unheard')) as listed,
    count(*) filter (
        where company.status not in ('left', 'unheard', 'announced') and company.arrived is null
    ) as undated,
    count(*) filter (where company.status not in ('left', 'unheard') and company.employees is null) as unstaffed,
    count(*) filter (where company.status not in ('left', 'unheard') and company.city is null) as unplaced,
    count(*) filter (where company.status = 'unheard') as unheard
from company
where within($markets::varchar[], company.market)
