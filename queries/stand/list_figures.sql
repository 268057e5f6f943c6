-- What does our list say of a market in numbers?
-- One row per choice: sectors and towns in which its companies (sites, without those that left) are, newest: year of the
-- newest arrival on record (null if none is dated). Parameter: $market (code, or all).
select
    count(distinct nullif(company.sector_id, 'other')) as sectors,
    count(distinct company.city) as towns,
    max(company.arrived) as newest
from company
where company.status <> 'left' and ($market::varchar = 'all' or company.market = $market::varchar)
