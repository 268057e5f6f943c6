-- Which cities keep lists in which a choice can be looked for?
-- One row per city (see the view city_list) with all its columns. chosen: as in sites_of. lacks: the facet of the choice
-- that its list does not keep, null where it keeps all: market, if its own country is chosen and none of its sites is from
-- there (lists are of foreign companies); theme or topic, if none of its sites has one. Names within differ from those in
-- sites_of, with which questions ask it: translated, both stand in one statement.
create macro cities_of(chosen) as table
    with sought as (
        select
            chosen_of(chosen, 'market') as market,
            chosen_of(chosen, 'theme') as theme,
            chosen_of(chosen, 'topic') as topic
    ),

    kept as (
        select
            city_site.city,
            count(case when city_site.market = city_site.country then 1 end) as at_home,
            count(city_site.theme_id) as themes,
            count(case when array_length(city_site.topics) > 0 then 1 end) as topics
        from city_site
        group by city_site.city
    )

    select
        city_list.*,
        case
            when list_contains(sought.market, city_list.country) and coalesce(kept.at_home, 0) = 0 then 'market'
            when array_length(sought.theme) > 0 and coalesce(kept.themes, 0) = 0 then 'theme'
            when array_length(sought.topic) > 0 and coalesce(kept.topics, 0) = 0 then 'topic'
        end as lacks
    from city_list
    cross join sought
    left join kept on city_list.city = kept.city;
