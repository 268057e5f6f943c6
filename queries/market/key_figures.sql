-- Which five figures open a market's page?
-- One row per figure, at most five: of each subject (slot 1 companies, 3 residents, 4 investment, 5 students and skilled
-- workers, 6 trade) the best newest published value, where one exists; slot 2 counts the sites in our list without those
-- that left. Best: at most four years older than the slot's newest, then the region closest to the city, then the better
-- definition (rank). Parameter: $market (code).
-- value in the indicator's unit; change: share of the previous value of the same series; year null for our list.
with candidates (slot, rank, indicator_id) as (
    values
    (1, 1, 'companies-china-competence-centre'), (1, 2, 'companies-city-count'), (1, 3, 'companies-commercial-register'),
    (1, 4, 'companies-register-and-traders'), (1, 5, 'companies-state-agency'), (1, 6, 'companies-nrw-earlier-count'),
    (1, 7, 'companies-consulate-survey'), (1, 8, 'companies-small-traders'),
    (3, 1, 'residents-nationals'), (3, 2, 'residents-city-register'), (3, 3, 'residents-quoted'),
    (3, 4, 'residents-state-government'), (3, 5, 'residents-consulate'),
    (4, 1, 'fdi-projects-state-agency-greater-china'), (4, 2, 'fdi-projects-state-agency'), (4, 3, 'fdi-projects-gtai'),
    (5, 1, 'students-nationality'), (5, 2, 'students-international'), (5, 3, 'blue-cards-issued'),
    (5, 4, 'students-state-government'),
    (6, 1, 'trade-volume-eur-m'), (6, 2, 'trade-imports-eur-m'), (6, 3, 'trade-exports-eur-m')
),

closeness (region, distance) as (values ('DUS', 1), ('DUS-REGION', 2), ('IHK-DUS', 3), ('NRW', 4), ('DE', 5)),

found as (
    select
        candidates.slot,
        candidates.rank,
        closeness.distance,
        latest_value.*,
        max(latest_value.year) over (partition by candidates.slot) as newest
    from latest_value
    inner join candidates on latest_value.indicator_id = candidates.indicator_id
    inner join closeness on latest_value.region = closeness.region
    where latest_value.market = $market::varchar
),

ranked as (
    select
        found.*,
        row_number() over (
            partition by found.slot
            order by found.year >= found.newest - 4 desc, found.distance, found.rank
        ) as position
    from found
),

own_list as (
    select count(*) as companies
    from company
    where company.market = $market::varchar and company.status <> 'left'
)

select
    slot, indicator_id, region, unit, value, qualifier, year, previous_year, previous_qualifier, change,
    source_id, source_title, publisher, source_url
from ranked
where position = 1
union all
select
    2, null, null, 'count', companies, 'exact', null, null, null, null,
    null, null, null, null
from own_list
where companies > 0
order by slot
limit 5
