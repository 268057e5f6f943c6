-- Does a value of one facet fit what is chosen?
-- One truth value per call. chosen: a list of facet=value, one for each value chosen; a facet none of whose values is there
-- restricts nothing.
create macro fits(chosen, facet, value) as within(
    list_filter(chosen, lambda pair: starts_with(pair, facet || '=')), facet || '=' || value
);
