-- Who is here?
-- One row per company in our list without those that left (see company); announced ones are among them.
select company.*
from company
where company.status <> 'left'
