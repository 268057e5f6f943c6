-- Which moves between towns does a choice mean?
-- One row per relocation between two towns (see move) of which one at least lies in the region. markets, sectors, roles:
-- codes; origins, targets: towns, from and to; an empty list is all of them. until: the last year that counts (null: any).
create macro moves_of(markets, sectors, roles, origins, targets, until) as table
    select
        move.*,
        origin.lat as from_lat,
        origin.lon as from_lon,
        target.lat as to_lat,
        target.lon as to_lon
    from move
    inner join company on move.company_id = company.company_id
    inner join places as origin on move.from_city = origin.place
    inner join places as target on move.to_city = target.place
    where
        (origin.area is not null or target.area is not null)
        and within(markets::varchar[], company.market)
        and within(sectors::varchar[], company.sector_id)
        and within(roles::varchar[], company.role)
        and within(origins::varchar[], move.from_city)
        and within(targets::varchar[], move.to_city)
        and move.year <= coalesce(until::integer, move.year);
