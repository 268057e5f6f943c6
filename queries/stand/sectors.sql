-- In which sectors are this market's companies?
-- One row per sector, most companies first; `other` is left out. companies: sites in our list without those that left.
-- Parameter: $market (code; 'all' is every market).
select
    present.sector_id,
    count(*) as companies
from present
where present.sector_id <> 'other' and $market::varchar in (present.market, 'all')
group by present.sector_id
order by companies desc, present.sector_id
