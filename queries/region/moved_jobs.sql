-- How many jobs moved, and of how many moves is that not known?
-- One row per choice. Parameters $year, $markets, $sectors, $roles, $origins, $targets as in moves.sql. moves: relocations
-- between two towns; jobs: people, summed over those of which a source tells it (a company that moved twice counts twice);
-- unknown: moves of which none does.
-- May be null: $year.
select
    count(*) as moves,
    cast(coalesce(sum(moves.jobs), 0) as bigint) as jobs,
    count(*) filter (where moves.jobs is null) as unknown
from
    moves_of(
        $markets::varchar[],
        $sectors::varchar[],
        $roles::varchar[],
        $origins::varchar[],
        $targets::varchar[],
        $year::integer
    ) as moves
