-- Who else works in this field, country by country?
-- One row per market with companies in the sector, the visitor's own market first, then most companies. companies: sites in
-- our list without those that left; names: theirs, those with the most employees on record first. Parameters: $sector
-- (sector_id), $market (code of the visitor's country).
select
    present.market,
    count(*) as companies,
    list(
        present.name
        order by present.employees desc nulls last, present.name, present.company_id
    ) as names,
    list(distinct present.source_id) as source_ids
from present
where present.sector_id = $sector::varchar
group by present.market
order by present.market = $market::varchar desc, companies desc, present.market
