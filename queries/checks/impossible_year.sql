-- Which years lie in the future although the row tells of something that has happened?
-- One row per offending row. The newest year a source was published bounds what can be known; announced companies and
-- milestones may lie two years ahead, events (fairs are planned) are not looked at.
with newest as (
    select max(cast(substr(published, 1, 4) as integer)) as year
    from sources
    where published is not null and regexp_matches(published, '^[0-9]{4}')
),

dated as (
    select
        'indicators.csv' as file,
        indicator_id || ' ' || market || ' ' || region || ' ' || year as id,
        'year' as column_name,
        year,
        0 as ahead
    from indicators
    union all
    select 'milestones.csv', milestone_id, 'year', year, 2 from milestones
    union all
    select 'signals.csv', signal_id, 'year', year, 0 from signals
    union all
    select 'companies.csv', company_id, 'established', established, 2 from companies where established is not null
    union all
    select 'companies.csv', company_id, 'employees_year', employees_year, 0 from companies where employees_year is not null
    union all
    select 'institutions.csv', institution_id, 'since_year', since_year, 0 from institutions where since_year is not null
)

select
    dated.file,
    dated.id,
    dated.column_name,
    cast(dated.year as varchar) as value,
    'the year is later than any source could know' as rule,
    'Correct the year, or add the newer source.' as mend
from dated
cross join newest
where dated.year > newest.year + dated.ahead
order by dated.file, dated.id, dated.column_name
