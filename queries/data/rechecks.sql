-- What should be looked at again?
-- One row per fact older than its kind may be (see rechecks, ageing), oldest first. Parameter: $recheck (the kind). about:
-- what it is a fact of.
select
    ageing.about,
    ageing.market,
    ageing.year,
    ageing.title_en,
    ageing.title_de,
    ageing.source_id
from ageing
inner join rechecks on ageing.recheck = rechecks.recheck
inner join as_of on true
where ageing.recheck = $recheck::varchar and ageing.year < as_of.year - rechecks.years
order by ageing.year, ageing.title_en, ageing.about
