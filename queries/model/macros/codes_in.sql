-- Which codes stand in a cell that holds several, separated by semicolons?
-- One list per call, empty for an empty cell. cell: text, may be null.
create macro codes_in(cell) as list_filter(
    list_transform(string_split(coalesce(cell, ''), ';'), lambda code: trim(code)), lambda code: code <> ''
);
