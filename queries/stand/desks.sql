-- How can the desks be reached?
-- One row per desk: e-mail, phone and page, null where none is on record.
-- May be null: email, phone, url.
select
    desks.desk_id,
    desks.email,
    desks.phone,
    desks.url
from desks
order by desks.desk_id
