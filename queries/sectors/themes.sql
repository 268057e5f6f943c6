-- Which focus themes are there, and how many companies stand for each?
-- One row per focus theme, in the order of the table. companies: sites in our list, without those that left.
select
    themes.theme_id,
    themes.source_id,
    count(company.company_id) as companies
from themes
left join company on themes.theme_id = company.theme_id and company.status <> 'left'
group by themes.theme_id, themes.source_id, themes.rowid
order by themes.rowid
