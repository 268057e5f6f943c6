-- In which year was something published?
-- One whole number per call, null where it is not known. published: a date as in sources ('2026', '2026-02', '2026-02-17').
create macro year_of(published) as try_cast(left(published, 4) as integer);
