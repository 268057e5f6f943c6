-- Which reasons are there to call on a company or an institution that is here?
-- One row per occasion: a round anniversary in the year of the day today or the next (see the view anniversary), an
-- expansion under way, a company of which nothing was heard for ten years (see the view unheard). An expansion of a company
-- that is here is under way if it begins later or is due this year or later, or if the company itself is only announced,
-- the news of it is fresh and names no year that is past. markets: codes, an empty list is all; theme: code, '' is any.
-- May be null: company_id, market, theme_id, status, kind, city, month, since, years, of_site, due_year, text_en, text_de.
create macro occasions_of(markets, theme, today) as table
    with found as (
        select 'anniversary' as occasion, anniversary.*
        from anniversary
        where anniversary.year between year(today::date) and year(today::date) + 1
        union all by name
        select
            'expansion' as occasion,
            milestone.milestone_id as fact_id,
            milestone.company_id,
            milestone.name as name_en,
            milestone.name as name_de,
            milestone.market,
            [milestone.market] as markets,
            milestone.theme_id,
            present.status,
            milestone.kind,
            milestone.city,
            milestone.year,
            milestone.month,
            milestone.due_year,
            milestone.description_en as text_en,
            milestone.description_de as text_de,
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
        union all by name
        select
            'unheard' as occasion,
            unheard.company_id as fact_id,
            unheard.company_id,
            unheard.name as name_en,
            unheard.name as name_de,
            unheard.market,
            [unheard.market] as markets,
            unheard.theme_id,
            unheard.status,
            unheard.city,
            unheard.heard as year,
            unheard.source_id
        from unheard
    )

    select found.*
    from found
    where
        (len(markets::varchar[]) = 0 or list_has_any(found.markets, markets::varchar[]))
        and theme::varchar in ('', found.theme_id);
