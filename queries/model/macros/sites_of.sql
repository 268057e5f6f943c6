-- Which sites of the cities' lists are of a choice?
-- One row per site (see the view city_site), those that came in another year than asked for left out. fits: it is of the
-- choice. chosen: a list of facet=value (market, sector, theme, topic); a facet none of whose values is there restricts
-- nothing. since: the first year of arrival that counts (sites without a known year then do not), null for all.
create macro sites_of(chosen, since) as table
    with wanted as (
        select
            chosen_of(chosen, 'market') as market,
            chosen_of(chosen, 'sector') as sector,
            chosen_of(chosen, 'theme') as theme,
            chosen_of(chosen, 'topic') as topic
    )

    select
        city_site.*,
        within(wanted.market, city_site.market)
        and within(wanted.sector, city_site.sector_id)
        and within(wanted.theme, coalesce(city_site.theme_id, ''))
        and (array_length(wanted.topic) = 0 or list_has_any(wanted.topic, city_site.topics)) as fits
    from city_site
    cross join wanted
    where since::integer is null or city_site.arrived >= since::integer;
