-- How many filters keep each company out of the list?
-- One row per company with its facets (see faceted). missed: the number of facets of which it has none of the values chosen,
-- no_…: whether that facet is among them. chosen: a list of facet=value, one for each value chosen; a facet none of whose
-- values is there restricts nothing. fewest, most: employees from and to (null: any); with either, those whose number is not
-- known are kept out too, unless unstaffed is true.
create macro missing(chosen, fewest, most, unstaffed) as table
    with wanted as (
        select
            chosen_of(chosen, 'market') as market,
            chosen_of(chosen, 'sector') as sector,
            chosen_of(chosen, 'theme') as theme,
            chosen_of(chosen, 'topic') as topic,
            chosen_of(chosen, 'role') as role,
            chosen_of(chosen, 'town') as town,
            chosen_of(chosen, 'period') as period,
            chosen_of(chosen, 'status') as status,
            chosen_of(chosen, 'history') as history,
            chosen_of(chosen, 'staff') as staff
    ),

    seen as (
        select
            faceted.*,
            not within(wanted.market, faceted.market) as no_market,
            not within(wanted.sector, faceted.sector) as no_sector,
            not within(wanted.theme, faceted.theme) as no_theme,
            array_length(wanted.topic) > 0 and not list_has_any(wanted.topic, faceted.topic) as no_topic,
            not within(wanted.role, faceted.role) as no_role,
            not within(wanted.town, faceted.town) as no_town,
            not within(wanted.period, faceted.period) as no_period,
            not within(wanted.status, faceted.status) as no_status,
            not within(wanted.history, faceted.history) as no_history,
            not within(wanted.staff, faceted.staff) or (
                coalesce(fewest, most) is not null
                and not coalesce(
                    faceted.employees between coalesce(fewest, 0) and coalesce(most, faceted.employees), unstaffed
                )
            ) as no_staff
        from faceted
        cross join wanted
    )

    select
        seen.*,
        seen.no_market::integer + seen.no_sector::integer + seen.no_theme::integer + seen.no_topic::integer
        + seen.no_role::integer + seen.no_town::integer + seen.no_period::integer + seen.no_status::integer
        + seen.no_history::integer + seen.no_staff::integer as missed
    from seen;
