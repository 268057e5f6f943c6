-- Which markets and sectors lead the outlook?
-- One row per market and rank, the highest first, at most $rows: sectors of a market that share rank and confidence stand in
-- one row, for the one with most facts; sectors: how many they are. $weights, $least and all else: as in score. $markets,
-- $sectors: codes, an empty list is all (ranks stay those among all).
-- May be null: projects_level, companies_level, arrivals_level, signals_level, gap_level.
with first_rows as (
    select
        ranks.market,
        ranks.rank,
        list(ranks.sector_id order by -ranks.facts, ranks.sector_id)[1] as sector_id,
        count(*) as sectors,
        any_value(ranks.score) as score,
        any_value(ranks.confidence) as confidence,
        max(ranks.facts) as facts,
        min(ranks.highest_rank) as highest_rank,
        max(ranks.lowest_rank) as lowest_rank,
        list_sort(list_distinct(flatten(list(ranks.source_ids)))) as source_ids
    from outlook_ranks($weights::double[], $least::double) as ranks
    where within($markets::varchar[], ranks.market) and within($sectors::varchar[], ranks.sector_id)
    group by ranks.market, ranks.rank, round(ranks.confidence, 9)
    order by ranks.rank, confidence desc, facts desc, ranks.market, sector_id
    limit $rows::integer
)

select
    first_rows.market,
    first_rows.sector_id,
    first_rows.sectors,
    first_rows.score,
    first_rows.confidence,
    first_rows.rank,
    first_rows.highest_rank,
    first_rows.lowest_rank,
    levels.projects_level,
    levels.companies_level,
    levels.arrivals_level,
    levels.signals_level,
    levels.gap_level,
    first_rows.source_ids
from first_rows
inner join outlook_levels as levels on first_rows.market = levels.market and first_rows.sector_id = levels.sector_id
order by first_rows.rank, first_rows.confidence desc, first_rows.facts desc, first_rows.market, first_rows.sector_id
