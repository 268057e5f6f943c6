-- Which rows of which table does a source stand behind?
-- One row per row of a table that names a source. fact: its table; fact_id: its key, for values of indicators what they are
-- of; year: that of what it tells (of a company that of its founding or arrival here as its sources give it), null where it
-- has none; market: null where it is of none in particular.
select
    'companies' as fact,
    company_id as fact_id,
    market,
    established as year,
    name as title_en,
    name as title_de,
    source_id
from companies
union all
select
    'milestones', milestones.milestone_id, companies.market, milestones.year,
    coalesce(milestones.description_en, companies.name), coalesce(milestones.description_de, companies.name),
    milestones.source_id
from milestones
inner join companies on milestones.company_id = companies.company_id
union all
select
    'indicators', indicators.indicator_id || ' ' || indicators.market || ' ' || indicators.region || ' ' || indicators.year,
    indicators.market, indicators.year, indicator_types.name_en, indicator_types.name_de, indicators.source_id
from indicators
inner join indicator_types on indicators.indicator_id = indicator_types.indicator_id
union all
select 'events', event_id, market, year, title_en, title_de, source_id
from events
union all
select 'institutions', institution_id, market, since_year, name_en, name_de, source_id
from institutions
union all
select 'signals', signal_id, market, year, signal_en, signal_de, source_id
from signals
union all
select 'projects', project_id, null, null, name_en, name_de, source_id
from projects
union all
select 'project_partners', project_id || ' ' || partner, market, null, partner, partner, source_id
from project_partners
union all
select 'themes', theme_id, null, null, name_en, name_de, source_id
from themes
union all
select 'desks', desk_id, null, since_year, name_en, name_de, source_id
from desks
union all
select 'contacts', contact_id, null, null, name, name, source_id
from contacts
union all
select 'markets', market, market, null, name_en, name_de, source_id
from markets
where source_id is not null
