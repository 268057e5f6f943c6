-- Which other markets does an indicator count with a market (see the table counted_with)?
-- One list of codes per call, null where it counts the market alone. indicator, place: codes; place: the market's.
create macro counted_beside(indicator, place) as (
    select list(counted_with.also order by counted_with.also)
    from counted_with
    where counted_with.indicator_id = indicator and counted_with.market = place
);
