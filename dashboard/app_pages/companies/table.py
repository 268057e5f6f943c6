"""The companies that the filters leave."""

from dashboard.app_pages.companies.choice import Choice
from dashboard.company_list.table import company_table
from dashboard.content.kept import remembered
from dashboard.content.parts import Section
from dashboard.language import Language


@remembered
def table(choice: Choice, lang: Language) -> Section:
    """A page of rows, or why there are none."""
    return Section("table", parts=(company_table(choice.view, choice, "companies", lang),))
