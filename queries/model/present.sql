-- Who is here?
-- One row per company in our list without those that left and those of which nobody has told for more than ten years (see
-- company: is_stale); announced ones are among them.
select company.*
from company
where company.status <> 'left' and not company.is_stale
