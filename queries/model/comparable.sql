-- What can be compared between markets, and in which measures?
-- One row per indicator, market, region and year with the value as published, per million inhabitants of the source
-- country (population: GeoNames) and as a share of all countries (the same indicator's value for `all`); null where the
-- population or the total is not known. Counts, amounts and persons only; shares and ranks are left as they are.
select
    published.*,
    total.qualifier as total_qualifier,
    total.source_ids as total_source_ids,
    markets.source_id as population_source_id,
    case
        when published.unit in ('count', 'eur-m') then published.value * 1000000.0 / nullif(markets.population, 0)
    end as per_million,
    case when published.unit in ('count', 'eur-m') then published.value / nullif(total.value, 0) end as share_of_all
from published
inner join markets on published.market = markets.market
left join published as total
    on
        published.indicator_id = total.indicator_id
        and published.region = total.region
        and published.year = total.year
        and total.market = 'all'
where published.market <> 'all'
