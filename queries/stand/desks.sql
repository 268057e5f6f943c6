-- Which desks can a visitor reach?
-- One row per desk. reachable: it or someone who works there has an e-mail, a telephone or a web page on record.
select
    desks.desk_id,
    count(desks.email) + count(desks.phone) + count(desks.url)
    + count(contacts.email) + count(contacts.phone) + count(contacts.url) > 0 as reachable
from desks
left join contacts on desks.desk_id = contacts.desk_id
group by desks.desk_id
order by desks.desk_id
