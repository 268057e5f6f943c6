-- Which facts age, and of which year are they?
-- One row per fact of a kind of rechecks. recheck: the kind; about: what it is a fact of; year: the one it tells of, of a
-- company the last of which anything was heard, of an expansion the one by which it was to be done, if nothing came after.
select
    'headline' as recheck,
    latest_value.indicator_id || ' ' || latest_value.market || ' ' || latest_value.region as about,
    latest_value.market,
    latest_value.year,
    headlines.label_en as title_en,
    headlines.label_de as title_de,
    latest_value.source_id
from headlines
inner join latest_value
    on
        headlines.indicator_id = latest_value.indicator_id
        and headlines.market = latest_value.market
        and headlines.region = latest_value.region
union all
select
    'figure', best_series.indicator_id || ' ' || best_series.market || ' ' || best_series.region, best_series.market,
    best_series.year, indicator_types.name_en, indicator_types.name_de, best_series.source_id
from best_series
inner join indicator_types on best_series.indicator_id = indicator_types.indicator_id
union all
select 'staff', company_id, market, employees_year, name, name, source_id
from present
where employees_year is not null
union all
select 'company', company_id, market, heard, name, name, source_id
from present
where heard is not null and status <> 'announced'
union all
select
    'due', milestone.milestone_id, milestone.market, milestone.due_year, milestone.name, milestone.name,
    milestone.source_id
from milestone
where
    milestone.due_year is not null
    and not milestone.doubted
    and not exists (
        select 1
        from milestones as later
        where later.company_id = milestone.company_id and later.year > milestone.due_year
    )
union all
select 'signal', signal_id, market, year, signal_en, signal_de, source_id
from signals
