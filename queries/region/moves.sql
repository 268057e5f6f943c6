-- Who moved from which town to which, up to a year?
-- One row per relocation between two towns (see moves_of), newest first. Parameters: $year (null: all), $markets, $sectors,
-- $roles (lists of codes, empty: all), $origins, $targets (lists of towns, empty: any). jobs: people, area_sqm: square
-- metres, where the source tells it; lane (1, 2 ...): running number between the same two towns, so that arrows can be drawn
-- side by side.
-- May be null: month, jobs, area_sqm, $year.
select
    milestone.milestone_id,
    milestone.company_id,
    milestone.name,
    milestone.market,
    milestone.year,
    milestone.month,
    moves.from_city,
    moves.to_city,
    moves.from_lat,
    moves.from_lon,
    moves.to_lat,
    moves.to_lon,
    moves.scope,
    milestone.jobs,
    milestone.area_sqm,
    milestone.description_en,
    milestone.description_de,
    milestone.source_id,
    row_number() over (
        partition by moves.from_city, moves.to_city
        order by milestone.year, milestone.milestone_id
    ) as lane
from
    moves_of(
        $markets::varchar[],
        $sectors::varchar[],
        $roles::varchar[],
        $origins::varchar[],
        $targets::varchar[],
        $year::integer
    ) as moves
inner join milestone on moves.milestone_id = milestone.milestone_id
order by milestone.year desc, milestone.month desc nulls last, milestone.milestone_id
