-- For which regions are figures about people published?
-- One row per region, the city first. Parameters: $subjects (list of residents, students, work, schools), $markets (list of
-- codes; `all` is a market too), $measure (absolute, per-1000, per-million).
select
    talent_figure.region,
    count(*) as figures
from talent_figure
where
    list_contains($subjects::varchar[], talent_figure.subject)
    and list_contains($markets::varchar[], talent_figure.market)
    and talent_figure.measure = $measure::varchar
group by talent_figure.region
order by list_position(['DUS', 'DUS-REGION', 'IHK-DUS', 'NRW', 'DE'], talent_figure.region)
