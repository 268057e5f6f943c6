-- Who else works in this field, country by country?
-- One row per market with companies in it (see present_of), the visitor's own market first, then most companies. companies:
-- sites in our list without those that left; names, company_ids: of each, those with the most employees on record first.
-- Parameters: $kind (sector, theme or topic), $code (of that kind), $market (code of the visitor's country).
select
    present.market,
    count(*) as companies,
    list(
        present.name
        order by present.employees is null, -present.employees, present.name, present.company_id
    ) as names,
    list(
        present.company_id
        order by present.employees is null, -present.employees, present.name, present.company_id
    ) as company_ids,
    list_sort(list(distinct present.source_id)) as source_ids
from present_of('all', $kind::varchar, $code::varchar) as present
group by present.market
order by present.market = $market::varchar desc, companies desc, present.market
