-- How much does each component of the outlook count, as chosen and when one weight is a fifth lower or higher?
-- One row per scenario and component: weight, and total, that of all components of the scenario. chosen: five numbers, for
-- projects, companies, arrivals, signals, gap in this order; what is left out (0) is moved in no scenario.
create macro outlook_weights(chosen) as table
    with names (component, place) as (
        values ('projects', 1), ('companies', 2), ('arrivals', 3), ('signals', 4), ('gap', 5)
    ),

    chosen_weights as (
        select
            names.component,
            (chosen::double[])[names.place] as weight
        from names
    ),

    factors (name, factor) as (
        values ('less', 0.8e0), ('more', 1.2e0)
    ),

    scenarios as (
        select 'as chosen' as scenario, chosen_weights.component, chosen_weights.weight
        from chosen_weights
        union all
        select
            moved.component || factors.name,
            chosen_weights.component,
            chosen_weights.weight * if(chosen_weights.component = moved.component, factors.factor, 1)
        from chosen_weights
        cross join chosen_weights as moved
        cross join factors
        where moved.weight > 0
    )

    select scenarios.*, sum(scenarios.weight) over (partition by scenarios.scenario) as total
    from scenarios;
