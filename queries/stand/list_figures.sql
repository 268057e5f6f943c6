-- What does our list say of a market in numbers?
-- One row per choice: sectors and towns in which its companies (sites, without those that left) are, newest: year of the
-- newest arrival on record (null if none is dated). Parameter: $market (code, or all).
-- May be null: newest.
select
    count(distinct nullif(present.sector_id, 'other')) as sectors,
    count(distinct present.city) as towns,
    max(present.arrived) as newest
from present
where $market::varchar in ('all', present.market)
