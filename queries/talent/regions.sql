-- For which regions are figures about people published?
-- One row per region, the city first. Parameters: $subjects (list of residents, students, work, schools), $markets (list of
-- codes; `all` is a market too), $measure (absolute, per-1000, per-million).
select
    subject_figure.region,
    count(*) as figures
from subject_figure
inner join regions on subject_figure.region = regions.region
where
    list_contains($subjects::varchar[], subject_figure.subject)
    and list_contains($markets::varchar[], subject_figure.market)
    and subject_figure.measure = $measure::varchar
group by subject_figure.region, regions.rank
order by regions.rank
