-- How is a term shortened that is looked for in shortened texts?
-- One text per call. term: as the macro plain gives it; its last letter is kept, so that blue does not find blu.
create macro shortened_term(term) as shortened(substr(term, 1, length(term) - 1)) || right(term, 1);
