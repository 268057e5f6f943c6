-- What is there to tell of a market that has a date?
-- One row per fact: milestone of a company, event of one market, institution by its founding, signal by its year. fact: its
-- table; kind: code, of signals the direction; title: the company's name, or what the fact is called; from_day: first day
-- of it (an event has surely begun by then), until_day: the last on which it can have ended. May be null: month, day,
-- company_id, from_city, to_city, theme_id, text.
select
    'milestones' as fact,
    milestone_id as fact_id,
    market,
    theme_id,
    kind,
    year,
    month,
    null::integer as day,
    make_date(year, coalesce(month, 1), 1) as from_day,
    latest_day(year, month, null) as until_day,
    is_announced,
    company_id,
    from_city,
    to_city,
    name as title_en,
    name as title_de,
    description_en as text_en,
    description_de as text_de,
    source_id
from milestone
union all
select
    'events', event_id, market, theme_id, kind, year, month, day, begun_day, last_day, false, null, null, null,
    title_en, title_de, null, null, source_id
from event
where not for_all
union all
select
    'institutions', institution_id, market, null, kind, since_year, null, null, make_date(since_year, 1, 1),
    make_date(since_year, 12, 31), false, null, null, null, name_en, name_de, null, null, source_id
from institution
where market <> 'all' and since_year is not null
union all
select
    'signals', signal_id, market, theme_id, direction, year, null, null, make_date(year, 1, 1),
    make_date(year, 12, 31), false, null, null, null, signal_en, signal_de, null, null, source_id
from signals
where market <> 'all'
