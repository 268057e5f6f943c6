-- Who works at the desks, and how can they be reached?
-- One row per person and desk that looks after one of the markets, in the order of the table. Parameter: $markets (codes, an
-- empty list is all). languages: codes. May be null: email, phone, url.
select
    contacts.contact_id,
    contacts.name as person,
    contacts.desk_id,
    contacts.role_en,
    contacts.role_de,
    codes_in(contacts.languages) as languages,
    contacts.email,
    contacts.phone,
    contacts.url,
    contacts.source_id
from contacts
inner join desk on contacts.desk_id = desk.desk_id
where len($markets::varchar[]) = 0 or list_has_any(desk.markets, $markets::varchar[])
order by contacts.rowid
