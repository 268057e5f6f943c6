-- Which companies have a year of employees but no number?
-- One row per offending company.
select
    'companies.csv' as file,
    company_id as id,
    'employees' as column_name,
    cast(employees_year as varchar) as value,
    'the year of the employee figure stands without the figure' as rule,
    'Write the number of employees, or empty the year.' as mend
from companies
where employees is null and employees_year is not null
order by company_id
