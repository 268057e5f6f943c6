-- Which markets stand behind the focus themes?
-- One row per theme and market: companies in our list that belong to the theme (sites that left are not counted).
select
    present.theme_id,
    present.market,
    count(*) as companies,
    list_sort(list(distinct present.source_id)) as source_ids
from present
where present.theme_id is not null
group by present.theme_id, present.market
order by present.theme_id, companies desc, present.market
