-- Which desks can a visitor of the stand not reach?
-- One row per desk for which neither it nor anyone who works there has an address. May be null: value.
select
    'desks.csv' as file,
    desks.desk_id as id,
    'email' as column_name,
    cast(null as varchar) as value,
    'a visitor cannot reach this desk' as rule,
    'Fill in its e-mail, telephone or web page here, or those of someone who works there in contacts.csv.' as mend
from desks
where
    coalesce(desks.email, desks.phone, desks.url) is null
    and desks.desk_id not in (
        select contacts.desk_id
        from contacts
        where contacts.desk_id is not null and coalesce(contacts.email, contacts.phone, contacts.url) is not null
    )
order by desks.desk_id
