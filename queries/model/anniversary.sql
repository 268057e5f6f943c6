-- Who has which round anniversary in which year?
-- One row per round number of years (see the table anniversaries) and company that is here, or institution, whose year is
-- known: a company's arrival and, where that is another year, the beginning of its site. Only announced ones have none.
-- fact_id: its id; since: the year it counts from; of_site: not the arrival, but the beginning of the site; years: how many;
-- year: when; markets: all that an institution stands for; source_id: who tells of the year since.
-- May be null: company_id, market, theme_id, status, kind, city.
with begun as (
    select
        present.*,
        unnest(list_distinct([present.arrived, present.established])) as since
    from present
    where present.status <> 'announced'
),

first_told as (
    select
        milestone.company_id,
        milestone.year,
        min(milestone.source_id) as source_id
    from milestone
    where milestone.is_arrival or milestone.kind = 'relocation'
    group by milestone.company_id, milestone.year
),

known as (
    select
        begun.company_id as fact_id,
        begun.company_id,
        begun.name as name_en,
        begun.name as name_de,
        begun.market,
        [begun.market] as markets,
        begun.theme_id,
        begun.status,
        begun.city,
        begun.since,
        coalesce(begun.since <> begun.arrived, true) as of_site,
        if(begun.since = begun.established, begun.source_id, first_told.source_id) as source_id
    from begun
    left join first_told on begun.company_id = first_told.company_id and begun.since = first_told.year
    union all by name
    select
        institution.institution_id as fact_id,
        institution.name_en,
        institution.name_de,
        institution.market,
        institution.markets,
        institution.kind,
        institution.city,
        institution.since_year as since,
        institution.source_id
    from institution
    where institution.since_year is not null
)

select
    known.*,
    anniversaries.years,
    known.since + anniversaries.years as year
from known
cross join anniversaries
