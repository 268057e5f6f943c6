-- Where may the next arrivals come from, and how sure is the order?
-- One row per market and sector, highest score first. Parameters: $weights (five numbers, for projects, companies,
-- arrivals, signals, gap in this order; 0 leaves a component out). score: mean of the levels of the components that are
-- known, weighted (0..1; a missing one does not count as zero); confidence: their share of all weight (0..1); facts: facts
-- behind them; rank; lowest_rank, highest_rank: its ranks when each weight in turn is a fifth lower or higher; stable: how
-- many on the first ten ranks (first_ten) stay there all the while. $least: the least confidence, by the chosen weights,
-- that takes part (0..1).
with weights as (
    select
        unnest(['projects', 'companies', 'arrivals', 'signals', 'gap']) as component,
        unnest($weights::double[]) as weight
),

factors as (
    select unnest([0.8, 1.2]) as factor
),

scenarios as (
    select 'as chosen' as scenario, weights.component, weights.weight
    from weights
    union all
    select
        concat(moved.component, factors.factor),
        weights.component,
        if(weights.component = moved.component, weights.weight * factors.factor, weights.weight)
    from weights
    cross join weights as moved
    cross join factors
    where moved.weight > 0
),

totals as (
    select scenarios.scenario, sum(scenarios.weight) as weight
    from scenarios
    group by scenarios.scenario
),

scores as (
    select
        scenarios.scenario,
        component.market,
        component.sector_id,
        sum(component.level * scenarios.weight) / sum(scenarios.weight) as score,
        sum(scenarios.weight) / any_value(totals.weight) as confidence,
        sum(component.facts) filter (where scenarios.weight > 0) as facts,
        list_distinct(flatten(list(component.source_ids) filter (where scenarios.weight > 0))) as source_ids
    from outlook_component as component
    inner join scenarios on component.component = scenarios.component
    inner join totals on scenarios.scenario = totals.scenario
    group by scenarios.scenario, component.market, component.sector_id
    having sum(scenarios.weight) > 0
),

taking_part as (
    select
        scores.market,
        scores.sector_id
    from scores
    where scores.scenario = 'as chosen' and scores.confidence >= $least::double
),

ranked as (
    select scores.*, rank() over (partition by scores.scenario order by round(scores.score, 9) desc) as place
    from scores
    inner join taking_part on scores.market = taking_part.market and scores.sector_id = taking_part.sector_id
),

spread as (
    select
        ranked.market,
        ranked.sector_id,
        min(ranked.place) as highest_rank,
        max(ranked.place) as lowest_rank
    from ranked
    group by ranked.market, ranked.sector_id
)

select
    ranked.market,
    ranked.sector_id,
    ranked.score,
    ranked.confidence,
    cast(ranked.facts as bigint) as facts,
    ranked.place as rank,
    spread.highest_rank,
    spread.lowest_rank,
    count(*) filter (where ranked.place <= 10) over () as first_ten,
    count(*) filter (where ranked.place <= 10 and spread.lowest_rank <= 10) over () as stable,
    ranked.source_ids
from ranked
inner join spread on ranked.market = spread.market and ranked.sector_id = spread.sector_id
where ranked.scenario = 'as chosen'
order by ranked.place, ranked.confidence desc, ranked.facts desc, ranked.market, ranked.sector_id
