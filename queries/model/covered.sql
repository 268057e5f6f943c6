-- How much of the published numbers of companies is in our list, like with like?
-- One row per market and region whose towns are known (see regions.areas) and that has a published count of companies that
-- may be compared (role coverage), of several the first series (see series). listed: sites in our list in these towns
-- without those that left; counted_with: markets that the published number counts with the market, and so does listed;
-- value: published companies; share: listed per published company.
with figures as (
    select
        latest_value.*,
        string_split(regions.areas, ' ') as areas,
        counted_beside(latest_value.indicator_id, latest_value.market) as counted_with
    from role_series
    inner join latest_value
        on
            role_series.indicator_id = latest_value.indicator_id
            and role_series.market = latest_value.market
            and role_series.region = latest_value.region
    inner join regions on role_series.region = regions.region
    where role_series.role = 'coverage' and regions.areas is not null
    qualify row_number() over (partition by role_series.market, role_series.region order by role_series.position) = 1
),

listed as (
    select
        figures.market,
        figures.region,
        count(*) as listed
    from figures
    inner join present
        on
            (
                figures.market in (present.market, 'all')
                or list_contains(figures.counted_with, present.market)
            )
            and array_length(list_filter(figures.areas, lambda start: starts_with(present.area, start))) > 0
    group by figures.market, figures.region
)

select
    figures.market,
    figures.region,
    figures.indicator_id,
    figures.counted_with,
    coalesce(listed.listed, 0) as listed,
    figures.value,
    figures.qualifier,
    figures.year,
    coalesce(listed.listed, 0) / figures.value as share,
    figures.source_id
from figures
left join listed on figures.market = listed.market and figures.region = listed.region
