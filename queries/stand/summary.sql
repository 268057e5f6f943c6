-- How large is the world that the stand shows?
-- One row per stand. companies: sites in our list without those that left; countries: the source markets they come from.
select
    count(*) as companies,
    count(distinct company.market) as countries
from company
where company.status <> 'left' and company.market <> 'DE'
