-- Of which regions and years is the number of inhabitants published?
-- One row per region and year. value: inhabitants.
select
    inhabitants.region,
    inhabitants.year,
    inhabitants.value,
    inhabitants.qualifier,
    inhabitants.source_id
from inhabitants
order by inhabitants.region, inhabitants.year
