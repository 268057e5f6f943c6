-- Which markets stand behind the focus themes?
-- One row per theme and market: companies in our list that belong to the theme (sites that left are not counted).
select
    present.theme_id,
    themes.name_en as theme_en,
    themes.name_de as theme_de,
    present.market,
    markets.name_en,
    markets.name_de,
    markets.core,
    count(*) as companies,
    list(distinct present.source_id) as source_ids
from present
inner join themes on present.theme_id = themes.theme_id
inner join markets on present.market = markets.market
group by present.theme_id, themes.name_en, themes.name_de, present.market, markets.name_en, markets.name_de, markets.core
order by present.theme_id, companies desc, present.market
