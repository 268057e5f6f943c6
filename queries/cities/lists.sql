-- How large and how new are the lists of the cities?
-- One row per city (see city_list), the largest list first.
-- May be null: year, month.
select
    city_list.city,
    city_list.country,
    city_list.companies,
    city_list.dated,
    city_list.year,
    city_list.month
from city_list
order by city_list.companies desc, city_list.city
