-- What happened with this market in the two years before a day, from whichever table it comes?
-- One row per fact (see happening) that has begun, what matters most first: by rank (that of its kind or, if later, of the
-- company's role in the table news, 2 where it has none; a focus theme lifts by one), then newest first. running: it
-- goes on for days and has not ended. Parameters: $market (code), $today (date).
-- May be null: month, day, company_id, from_city, to_city, theme_id, text.
select
    happening.fact,
    happening.fact_id,
    happening.kind,
    happening.theme_id,
    happening.year,
    happening.month,
    happening.day,
    happening.fact = 'events' and happening.until_day >= $today::date as running,
    happening.is_announced,
    happening.company_id,
    happening.from_city,
    happening.to_city,
    happening.title_en,
    happening.title_de,
    happening.text_en,
    happening.text_de,
    happening.source_id,
    greatest(coalesce(kinds.rank, 2), coalesce(roles.rank, 1)) - (happening.theme_id is not null)::integer as rank
from happening
left join news as kinds on happening.fact = kinds.fact and happening.kind = kinds.kind
left join companies on happening.company_id = companies.company_id
left join news as roles on roles.fact = 'roles' and companies.role = roles.kind
where
    happening.market = $market::varchar
    and happening.from_day <= $today::date
    and happening.until_day >= $today::date - interval 2 year
order by
    rank, happening.year desc, happening.month desc nulls last, happening.day desc nulls last, happening.fact,
    happening.fact_id
