-- Which values of one facet are chosen?
-- One list per call, empty if none is. chosen: a list of facet=value; name: the facet's.
create macro chosen_of(chosen, name) as list_transform(
    list_filter(chosen, lambda pair: split_part(pair, '=', 1) = name), lambda pair: substr(pair, length(name) + 2)
);
