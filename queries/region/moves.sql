-- Who moved from which town to which, up to a year?
-- One row per relocation between two towns (see move) of which one at least lies in the region, newest first. Parameters:
-- $year (null: all), $markets, $sectors, $roles (lists of codes, empty: all), $origins, $targets (lists of towns, empty:
-- any). jobs: people, area_sqm: square metres, where the source tells it; lane (1, 2 ...): running number between the same
-- two towns, so that arrows can be drawn side by side.
-- May be null: month, jobs, area_sqm, $year.
select
    milestone.milestone_id,
    milestone.company_id,
    milestone.name,
    milestone.market,
    milestone.year,
    milestone.month,
    move.from_city,
    move.to_city,
    origin.lat as from_lat,
    origin.lon as from_lon,
    target.lat as to_lat,
    target.lon as to_lon,
    move.scope,
    milestone.jobs,
    milestone.area_sqm,
    milestone.description_en,
    milestone.description_de,
    milestone.source_id,
    row_number() over (
        partition by move.from_city, move.to_city
        order by milestone.year, milestone.milestone_id
    ) as lane
from move
inner join milestone on move.milestone_id = milestone.milestone_id
inner join company on milestone.company_id = company.company_id
inner join places as origin on move.from_city = origin.place
inner join places as target on move.to_city = target.place
where
    (origin.area is not null or target.area is not null)
    and within($markets::varchar[], company.market)
    and within($sectors::varchar[], company.sector_id)
    and within($roles::varchar[], company.role)
    and within($origins::varchar[], move.from_city)
    and within($targets::varchar[], move.to_city)
    and milestone.year <= coalesce($year::integer, milestone.year)
order by milestone.year desc, milestone.month desc nulls last, milestone.milestone_id
