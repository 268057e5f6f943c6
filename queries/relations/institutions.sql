-- Which institutions stand for which market, and since when?
-- One row per institution or desk (see the view institution), by market: core markets first, then those with most years
-- known; within a market the earliest first. A period leaves in those whose year is not known.
-- market_dated, market_undated: how many of the market have a year and have none; dated, undated: of the whole choice.
-- Parameters: $markets, $kinds (codes, an empty list is all), $first, $last (years). What concerns all countries belongs to
-- every market. May be null: market, since_year, city.
select
    chosen.institution_id,
    chosen.name_en,
    chosen.name_de,
    chosen.market,
    chosen.kind,
    chosen.kind_group,
    chosen.since_year,
    chosen.city,
    count(chosen.since_year) over (partition by chosen.market) as market_dated,
    count(case when chosen.since_year is null then 1 end) over (partition by chosen.market) as market_undated,
    count(chosen.since_year) over () as dated,
    count(case when chosen.since_year is null then 1 end) over () as undated,
    chosen.source_id
from institution as chosen
left join markets on chosen.market = markets.market
where
    (array_length($markets::varchar[]) = 0 or chosen.market = 'all' or list_has_any(chosen.markets, $markets::varchar[]))
    and within($kinds::varchar[], chosen.kind)
    and (chosen.since_year is null or chosen.since_year between $first::integer and $last::integer)
order by
    chosen.market is null,
    chosen.market = 'all',
    markets.core desc,
    market_dated desc,
    market_undated desc,
    markets.name_en,
    chosen.since_year nulls last,
    chosen.kind,
    chosen.institution_id
