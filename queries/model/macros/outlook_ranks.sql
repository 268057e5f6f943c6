-- Where may the next arrivals come from, by weights and the confidence that is asked for?
-- One row per market and sector. chosen: as in outlook_weights; at_least: the confidence (0..1, by the weights as chosen).
-- score: mean of the levels of the components that are known, weighted (0..1; a missing one does not count as zero);
-- confidence: their share of all weight; facts: facts behind them; rank; highest_rank, lowest_rank: its ranks when each
-- weight in turn is a fifth lower or higher.
create macro outlook_ranks(chosen, at_least) as table
    with scores as (
        select
            weights.scenario,
            component.market,
            component.sector_id,
            sum(component.level * weights.weight) / sum(weights.weight) as score,
            sum(weights.weight) / any_value(weights.total) as confidence,
            (sum(component.facts) filter (where weights.weight > 0))::bigint as facts,
            list_sort(list_distinct(flatten(list(component.source_ids) filter (
                where weights.weight > 0 and weights.scenario = 'as chosen'  -- the only one whose sources are shown
            )))) as source_ids
        from outlook_component as component
        inner join outlook_weights(chosen) as weights on component.component = weights.component
        group by weights.scenario, component.market, component.sector_id
        having sum(weights.weight) > 0
    ),

    taking_part as (
        select
            scores.market,
            scores.sector_id
        from scores
        where scores.scenario = 'as chosen' and scores.confidence >= at_least::double
    ),

    placed as (
        select scores.*, rank() over (partition by scores.scenario order by round(scores.score, 9) desc) as rank
        from scores
        inner join taking_part on scores.market = taking_part.market and scores.sector_id = taking_part.sector_id
    )

    select
        placed.market,
        placed.sector_id,
        placed.score,
        placed.confidence,
        placed.facts,
        placed.source_ids,
        placed.rank,
        min(placed.rank) over (partition by placed.market, placed.sector_id) as highest_rank,
        max(placed.rank) over (partition by placed.market, placed.sector_id) as lowest_rank
    from placed
    qualify placed.scenario = 'as chosen';
