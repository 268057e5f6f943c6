"""Companies: the whole list, to search, filter, sort and open."""

from dashboard.app_pages.companies.choice import Choice
from dashboard.app_pages.companies.counts import counts
from dashboard.app_pages.companies.opening import opening
from dashboard.app_pages.companies.table import table
from dashboard.company_list.card import company_card
from dashboard.company_list.filters import FACETS
from dashboard.content.page import Page

PAGE = Page(
    name="companies",
    icon=":material/apartment:",
    title=lambda lang: lang.t("Companies"),
    choice=Choice,
    sections=(opening, counts, table),
    asides={"company": lambda choice, lang: company_card(choice.company, "companies", lang)},
    needs=("companies", "milestones"),
    about=FACETS,
)
