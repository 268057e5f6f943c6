-- Which companies have a number of employees but not the year it is from?
-- One row per offending company.
select
    'companies.csv' as file,
    company_id as id,
    'employees_year' as column_name,
    cast(employees as varchar) as value,
    'employees are given without their year' as rule,
    'Write the year the number is from (the year of the source if it speaks of today), or empty the number.' as mend
from companies
where employees is not null and employees_year is null
order by company_id
