-- Which reasons are there to call on a company or an institution that is here, this year and next?
-- One row per occasion (see the macro occasions_of): anniversaries first, the sooner and the higher ones before others; then
-- expansions, the newest first; then companies of which nothing is heard, the last heard of first. year, month: when the
-- anniversary is, when the expansion was told of, when the company was last heard of. name, status: of the company or
-- institution; kind: of an expansion or an institution. since, years, of_site: of an anniversary (see anniversary).
-- Parameters: $markets (codes, an empty list is all), $theme (code, '' is any), $today (date).
-- May be null: company_id, market, status, kind, city, month, since, years, of_site, due_year, text.
select
    found.occasion,
    found.fact_id,
    found.company_id,
    found.name_en,
    found.name_de,
    found.market,
    found.status,
    found.kind,
    found.city,
    found.year,
    found.month,
    found.since,
    found.years,
    found.of_site,
    found.due_year,
    found.text_en,
    found.text_de,
    found.source_id
from occasions_of($markets::varchar[], $theme::varchar, $today::date) as found
order by
    found.occasion,
    if(found.occasion = 'anniversary', found.year, -found.year),
    found.years desc,
    found.month desc nulls last,
    found.name_en,
    found.fact_id,
    found.since
