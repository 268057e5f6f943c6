-- What happened when, with the company it happened to, and who reported it?
-- One row per milestone. is_arrival: the company (or its start-up) came; is_growth: it expanded here (a takeover is neither,
-- nor is what its source doubts); is_announced: the
-- company is not here yet as far as is known; city: where its site is; from_region: the town it left lies in the region.
select
    milestones.milestone_id,
    milestones.company_id,
    companies.name,
    companies.market,
    companies.sector_id,
    companies.theme_id,
    companies.city,
    milestones.year,
    milestones.month,
    milestones.due_year,
    milestones.kind,
    milestones.kind in ('settlement', 'startup-landing') and not milestones.doubted as is_arrival,
    milestones.kind in ('expansion', 'rnd-centre', 'hq-upgrade') and not milestones.doubted as is_growth,
    companies.status = 'announced' as is_announced,
    milestones.from_city,
    milestones.to_city,
    milestones.scope,
    origin.area is not null as from_region,
    milestones.jobs,
    milestones.area_sqm,
    milestones.invest_eur,
    milestones.description_en,
    milestones.description_de,
    milestones.doubted,
    milestones.source_id,
    sources.published,
    sources.publisher,
    sources.url
from milestones
inner join companies on milestones.company_id = companies.company_id
inner join sources on milestones.source_id = sources.source_id
left join places as origin on milestones.from_city = origin.place
