-- Which arrivals and expansions of the last years are behind a market in a sector?
-- One row per milestone, newest first. Parameters: $market, $sector (codes), $since (first year that counts).
select
    milestone.milestone_id,
    milestone.company_id,
    milestone.name,
    milestone.kind,
    milestone.year,
    milestone.month,
    milestone.description_en,
    milestone.description_de,
    milestone.source_id,
    sources.publisher,
    sources.url
from milestone
inner join sources on milestone.source_id = sources.source_id
where
    (milestone.is_arrival or milestone.is_growth)
    and milestone.market = $market::varchar
    and milestone.sector_id = $sector::varchar
    and milestone.year >= $since::integer
order by milestone.year desc, milestone.month desc nulls last, milestone.milestone_id
