-- How many rows has each table of the facts?
-- One row per table of the package. found: its rows.
select 'companies' as name, count(*) as found from companies
union all
select 'milestones', count(*) from milestones
union all
select 'indicators', count(*) from indicators
union all
select 'indicator_types', count(*) from indicator_types
union all
select 'events', count(*) from events
union all
select 'institutions', count(*) from institutions
union all
select 'signals', count(*) from signals
union all
select 'projects', count(*) from projects
union all
select 'project_partners', count(*) from project_partners
union all
select 'themes', count(*) from themes
union all
select 'desks', count(*) from desks
union all
select 'contacts', count(*) from contacts
union all
select 'sources', count(*) from sources
union all
select 'markets', count(*) from markets
union all
select 'sectors', count(*) from sectors
union all
select 'sector_groups', count(*) from sector_groups
union all
select 'topics', count(*) from topics
union all
select 'regions', count(*) from regions
union all
select 'places', count(*) from places
union all
select 'postcodes', count(*) from postcodes
union all
select 'subjects', count(*) from subjects
union all
select 'indicator_groups', count(*) from indicator_groups
union all
select 'indicator_roles', count(*) from indicator_roles
union all
select 'counted_with', count(*) from counted_with
union all
select 'headlines', count(*) from headlines
union all
select 'periods', count(*) from periods
union all
select 'anniversaries', count(*) from anniversaries
union all
select 'rechecks', count(*) from rechecks
union all
select 'news', count(*) from news
union all
select 'talent_words', count(*) from talent_words
union all
select 'translations', count(*) from translations
