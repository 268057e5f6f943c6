"""Outlook: where the next arrivals may come from, with every reason on the table."""

from dashboard.app_pages.outlook.choice import Choice
from dashboard.app_pages.outlook.everywhere import everywhere
from dashboard.app_pages.outlook.formula import formula
from dashboard.app_pages.outlook.matrix import matrix
from dashboard.app_pages.outlook.opening import opening
from dashboard.app_pages.outlook.ranking import ranking, stability
from dashboard.app_pages.outlook.reasons import reasons
from dashboard.content.page import Page

PAGE = Page(
    name="outlook",
    icon=":material/explore:",
    title=lambda lang: lang.t("Outlook"),
    choice=Choice,
    sections=(opening, ranking, stability, matrix, everywhere, formula),
    asides={"of": reasons},
    needs=("companies", "milestones", "signals", "indicators"),
    about=("markets", "sectors"),
)
