-- Is a figure new enough to stand for today beside a newer one?
-- One truth value per call. The only window of years of all queries: four. year: of the figure; newest: of the newest one.
create macro fresh(year, newest) as year >= newest - 4;
