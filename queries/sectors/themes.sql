-- Which focus themes are there, and how many companies stand for each?
-- One row per focus theme, in the order of the table. companies: sites in our list, without those that left.
select
    themes.theme_id,
    themes.source_id,
    count(present.company_id) as companies
from themes
left join present on themes.theme_id = present.theme_id
group by themes.theme_id, themes.source_id, themes.rowid
order by themes.rowid
