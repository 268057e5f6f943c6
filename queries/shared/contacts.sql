-- Who works at the desks, and how can they be reached?
-- One row per person whose desk looks after one of the markets, in the order of the table; for all markets those of no desk,
-- who are there for the whole service, too. Parameter: $markets (codes, an empty list is all). languages: codes.
-- May be null: desk_id, email, phone, url.
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
left join desk on contacts.desk_id = desk.desk_id
where array_length($markets::varchar[]) = 0 or list_has_any(desk.markets, $markets::varchar[])
order by contacts.rowid
