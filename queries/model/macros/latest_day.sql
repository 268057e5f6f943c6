-- What is the latest day that a date can mean of which day or month may be unknown?
-- One date per call. year, month, day: whole numbers; month and day may be null.
create macro latest_day(year, month, day) as case
    when month is null then make_date(year, 12, 31)
    when day is null then last_day(make_date(year, month, 1))
    else make_date(year, month, day)
end;
