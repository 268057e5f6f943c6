-- Which reasons are there to call on a company or an institution that is here?
-- One row per occasion: a round anniversary in the year of the day today or the next (see the view anniversary), an
-- expansion under way, a company of which nothing was heard for ten years (see the view unheard). An expansion of a company
-- that is here is under way if it begins later or is due this year or later, or if the company itself is only announced,
-- the news of it is fresh and names no year that is past. markets: codes, an empty list is all; theme: code, '' is any.
-- May be null: company_id, market, theme_id, status, kind, city, month, since, years, of_site, due_year, text_en, text_de.
create macro occasions_of(markets, theme, today) as table
    with found as (
        select
            'anniversary' as occasion,
            anniversary.fact_id,
            anniversary.company_id,
            anniversary.name_en,
            anniversary.name_de,
            anniversary.market,
            anniversary.markets,
            anniversary.theme_id,
            anniversary.status,
            anniversary.kind,
            anniversary.city,
            anniversary.year,
            null::bigint as month,
            anniversary.since,
            anniversary.years,
            anniversary.of_site,
            null::bigint as due_year,
            null::varchar as text_en,
            null::varchar as text_de,
            anniversary.source_id
        from anniversary
        where anniversary.year between year(today::date) and year(today::date) + 1
        union all
        select
            'expansion',
            milestone.milestone_id,
            milestone.company_id,
            milestone.name,
            milestone.name,
            milestone.market,
            [milestone.market],
            milestone.theme_id,
            present.status,
            milestone.kind,
            milestone.city,
            milestone.year,
            milestone.month,
            null,
            null,
            null,
            milestone.due_year,
            milestone.description_en,
            milestone.description_de,
            milestone.source_id
        from milestone
        inner join present on milestone.company_id = present.company_id
        where
            milestone.is_growth
            and (
                make_date(milestone.year, coalesce(milestone.month, 1), 1) > today::date
                or milestone.due_year >= year(today::date)
                or (
                    milestone.is_announced
                    and fresh(milestone.year, year(today::date))
                    and coalesce(milestone.due_year >= year(today::date), true)
                )
            )
        union all
        select
            'unheard',
            unheard.company_id,
            unheard.company_id,
            unheard.name,
            unheard.name,
            unheard.market,
            [unheard.market],
            unheard.theme_id,
            unheard.status,
            null,
            unheard.city,
            unheard.heard,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            unheard.source_id
        from unheard
    )

    select found.*
    from found
    where
        (array_length(markets::varchar[]) = 0 or list_has_any(found.markets, markets::varchar[]))
        and theme::varchar in ('', found.theme_id);
