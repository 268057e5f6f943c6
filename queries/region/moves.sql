-- Who moved from which town to which, up to a year?
-- One row per relocation between two towns of which one at least lies in the region, newest first. Parameters: $year (null:
-- all), $markets, $sectors, $roles (lists of codes, empty: all), $origin, $target (a town, empty: any). jobs: people,
-- area_sqm: square metres, where the source tells it; place (1, 2 ...): running number between the same two towns, so that
-- arrows can be drawn side by side.
select
    milestone.milestone_id,
    milestone.company_id,
    milestone.name,
    milestone.market,
    markets.name_en as market_en,
    markets.name_de as market_de,
    milestone.year,
    milestone.month,
    milestone.from_city,
    milestone.from_en,
    milestone.from_de,
    milestone.to_city,
    milestone.to_en,
    milestone.to_de,
    origin.lat as from_lat,
    origin.lon as from_lon,
    target.lat as to_lat,
    target.lon as to_lon,
    milestone.jobs,
    milestone.area_sqm,
    milestone.description_en,
    milestone.description_de,
    milestone.source_id,
    sources.publisher,
    sources.url,
    row_number() over (
        partition by milestone.from_city, milestone.to_city
        order by milestone.year, milestone.milestone_id
    ) as place
from milestone
inner join markets on milestone.market = markets.market
inner join company on milestone.company_id = company.company_id
inner join places as origin on milestone.from_city = origin.place
inner join places as target on milestone.to_city = target.place
inner join sources on milestone.source_id = sources.source_id
where
    milestone.kind = 'relocation'
    and milestone.from_city <> milestone.to_city
    and (origin.ags is not null or target.ags is not null)
    and (len($markets::varchar[]) = 0 or list_contains($markets::varchar[], company.market))
    and (len($sectors::varchar[]) = 0 or list_contains($sectors::varchar[], company.sector_id))
    and (len($roles::varchar[]) = 0 or list_contains($roles::varchar[], company.role))
    and ($origin::varchar = '' or milestone.from_city = $origin::varchar)
    and ($target::varchar = '' or milestone.to_city = $target::varchar)
    and milestone.year <= coalesce($year::integer, milestone.year)
order by milestone.year desc, milestone.month desc nulls last, milestone.milestone_id
