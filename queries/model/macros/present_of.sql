-- Which of the companies that are here are of a market and belong to something?
-- One row per company (see the view present). home: a market's code, or all; kind, code: what they belong to: a sector, a
-- theme, a topic, the group of a company (the other sites of its parent; code is that company's), or '' for anything.
create macro present_of(home, kind, code) as table
    select present.*
    from present
    left join companies as own on kind::varchar = 'group' and own.company_id = code::varchar
    where
        home::varchar in ('all', present.market)
        and case kind::varchar
            when '' then true
            when 'sector' then present.sector_id = code::varchar
            when 'theme' then present.theme_id = code::varchar
            when 'group' then present.parent = own.parent and present.company_id <> own.company_id
            when 'topic' then has_topic(present.company_id, code::varchar)
        end;
