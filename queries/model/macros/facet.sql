-- Does a value of one facet fit the choice made there?
-- One struct per call, with facet (its name), value and fits. chosen: a list, of which an empty one means no restriction.
create macro facet(name, chosen, code) as struct_pack(facet := name, value := code, fits := within(chosen, code));
