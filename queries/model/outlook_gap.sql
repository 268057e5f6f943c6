-- Is a market weaker here than in the whole country?
-- One row per market with both shares: raw is its share of all in the country (role outlook-country) minus its share of all
-- in here_region (outlook-here), each in its newest year (0.03 = 3 percentage points more in the country). year, since_year:
-- the newer and the older of the two years; facts: 2; exact as in outlook_projects. A market with which only one of the two
-- indicators counts others (see counted_with) is left out.
with shares as (
    select
        role_series.role,
        comparable.*,
        counted_beside(comparable.indicator_id, comparable.market) as counted_with
    from role_series
    inner join comparable
        on
            role_series.indicator_id = comparable.indicator_id
            and role_series.market = comparable.market
            and role_series.region = comparable.region
    where comparable.share_of_all is not null and role_series.role in ('outlook-country', 'outlook-here')
    qualify comparable.year = max(comparable.year) over (partition by role_series.role, comparable.market)
)

select
    country.market,
    country.indicator_id,
    country.region,
    here.region as here_region,
    greatest(country.year, here.year) as year,
    least(country.year, here.year) as since_year,
    2 as facts,
    country.qualifier = 'exact' and here.qualifier = 'exact'
    and country.total_qualifier = 'exact' and here.total_qualifier = 'exact' as exact,
    country.share_of_all - here.share_of_all as raw,
    list_sort(list_distinct(flatten([
        country.source_ids, country.total_source_ids, here.source_ids, here.total_source_ids
    ]))) as source_ids
from shares as country
inner join shares as here
    on country.market = here.market and country.counted_with is not distinct from here.counted_with
where country.role = 'outlook-country' and here.role = 'outlook-here'
