-- Which stays of a choice of companies had not ended by a year?
-- One row per stay (see the view stay). begun: it had begun by then. at_year: a year; null is today, when stays without a
-- known beginning have begun too. markets, sectors, roles: codes, an empty list is all.
create macro stays_of(markets, sectors, roles, at_year) as table
    select
        stay.*,
        at_year::integer is null or coalesce(stay.since <= at_year::integer, false) as begun
    from stay
    where
        within(markets::varchar[], stay.market)
        and within(sectors::varchar[], stay.sector_id)
        and within(roles::varchar[], stay.role)
        and (stay.until is null or stay.until > coalesce(at_year::integer, stay.until));
