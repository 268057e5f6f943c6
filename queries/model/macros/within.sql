-- Is a value among those chosen?
-- One truth value per call. chosen: a list, of which an empty one means no restriction; value: a code.
create macro within(chosen, value) as array_length(chosen) = 0 or list_contains(chosen, value);
