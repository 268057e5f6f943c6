-- Where may the next arrivals come from, and how sure is the order?
-- One row per market and sector, highest score first (see outlook_ranks). Parameters: $weights (five numbers, for projects,
-- companies, arrivals, signals, gap in this order; 0 leaves a component out); $least: the least confidence, by the chosen
-- weights, that takes part (0..1). stable: how many on the first ten ranks (first_ten) stay there when each weight in turn
-- is a fifth lower or higher; projects_level ... gap_level: the level of each component (see outlook_levels).
-- May be null: projects_level, companies_level, arrivals_level, signals_level, gap_level.
select
    ranks.market,
    ranks.sector_id,
    ranks.score,
    ranks.confidence,
    ranks.facts,
    ranks.rank,
    ranks.highest_rank,
    ranks.lowest_rank,
    count(case when ranks.rank <= 10 then 1 end) over () as first_ten,
    count(case when ranks.rank <= 10 and ranks.lowest_rank <= 10 then 1 end) over () as stable,
    levels.projects_level,
    levels.companies_level,
    levels.arrivals_level,
    levels.signals_level,
    levels.gap_level,
    ranks.source_ids
from outlook_ranks($weights::double[], $least::double) as ranks
inner join outlook_levels as levels on ranks.market = levels.market and ranks.sector_id = levels.sector_id
order by ranks.rank, ranks.confidence desc, ranks.facts desc, ranks.market, ranks.sector_id
