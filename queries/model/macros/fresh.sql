-- Is a figure or an announcement new enough to stand for today beside a newer one?
-- One truth value per call. The only window of years in which a published figure speaks: four (those of arrivals, signals
-- and growth are the outlook's). year: of the figure; newest: of the newest one, or today.
create macro fresh(year, newest) as year >= newest - 4;
