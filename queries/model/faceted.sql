-- By which values can the list of companies be filtered?
-- One row per company, with a value for each filter: theme (none: no focus theme), town (unknown: not told), arrival (number
-- of the period, unknown: no year), history (yes: milestones are on record).
select
    company.*,
    coalesce(company.theme_id, 'none') as theme,
    coalesce(company.city, 'unknown') as town,
    coalesce(cast(company.period as varchar), 'unknown') as arrival,
    if(company.milestones > 0, 'yes', 'no') as history
from company
