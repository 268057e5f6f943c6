-- Who has which round anniversary in which year?
-- One row per round number of years (see the table anniversaries) and company that is here, or institution, whose year is
-- known: a company's arrival and, where that is another year, the beginning of its site. Only announced ones have none.
-- fact_id: its id; since: the year it counts from; of_site: not the arrival, but the beginning of the site; years: how many;
-- year: when; markets: all that an institution stands for; source_id: who tells of the year since.
-- May be null: company_id, market, theme_id, status, kind, city.
with begun as (
    select
        present.*,
        present.arrived as since
    from present
    where present.status <> 'announced' and present.arrived is not null
    union all
    select
        present.*,
        present.established
    from present
    where present.status <> 'announced' and present.established is distinct from present.arrived
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
        null::varchar as kind,
        begun.city,
        begun.since,
        coalesce(begun.since <> begun.arrived, true) as of_site,
        if(begun.since = begun.established, begun.source_id, first_told.source_id) as source_id
    from begun
    left join first_told on begun.company_id = first_told.company_id and begun.since = first_told.year
    union all
    select
        institution.institution_id,
        null,
        institution.name_en,
        institution.name_de,
        institution.market,
        institution.markets,
        null,
        null,
        institution.kind,
        institution.city,
        institution.since_year,
        null,
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
