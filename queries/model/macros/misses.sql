-- Which filters keep a company out of the list?
-- One row per company and facet of which it has none of the values chosen. chosen: a list of facet=value, one for each value
-- chosen; a facet none of whose values is there restricts nothing. fewest, most: employees from and to (null: any); with
-- either, those whose number is not known are kept out too, unless unstaffed is true.
create macro misses(chosen, fewest, most, unstaffed) as table
    select
        facet_value.company_id,
        facet_value.facet
    from facet_value
    where list_contains(list_transform(chosen, lambda pair: split_part(pair, '=', 1)), facet_value.facet)
    group by facet_value.company_id, facet_value.facet
    having not bool_or(list_contains(chosen, facet_value.facet || '=' || facet_value.value))
    union all
    select
        company.company_id,
        'staff'
    from company
    where
        coalesce(fewest, most) is not null
        and not coalesce(company.employees between coalesce(fewest, 0) and coalesce(most, company.employees), unstaffed);
