-- Who is here?
-- One row per company in our list without those that left and those not heard of for ten years (see company: status);
-- announced ones are among them.
select company.*
from company
where company.status not in ('left', 'unheard')
