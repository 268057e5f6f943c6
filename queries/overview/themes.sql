-- Which markets stand behind the focus themes?
-- One row per theme and market: companies in our list that belong to the theme (sites that left are not counted).
select
    company.theme_id,
    themes.name_en as theme_en,
    themes.name_de as theme_de,
    company.market,
    markets.name_en,
    markets.name_de,
    markets.core,
    count(*) as companies,
    list(distinct company.source_id) as source_ids
from company
inner join themes on company.theme_id = themes.theme_id
inner join markets on company.market = markets.market
where company.status <> 'left'
group by company.theme_id, themes.name_en, themes.name_de, company.market, markets.name_en, markets.name_de, markets.core
order by company.theme_id, companies desc, company.market
