"""Data: what the facts are, how old, who says so, and where sources disagree."""

from dashboard.app_pages.data.changes import changes
from dashboard.app_pages.data.checks import checks
from dashboard.app_pages.data.choice import Choice
from dashboard.app_pages.data.conflicts import conflict, conflicts
from dashboard.app_pages.data.coverage import coverage
from dashboard.app_pages.data.freshness import freshness
from dashboard.app_pages.data.opening import opening
from dashboard.app_pages.data.sources import source, sources
from dashboard.app_pages.data.tables import table, tables
from dashboard.content.page import Page

PAGE = Page(
    name="data",
    icon=":material/database:",
    title=lambda lang: lang.t("Data"),
    choice=Choice,
    sections=(opening, tables, coverage, freshness, changes, conflicts, checks, sources),
    asides={
        "table": lambda choice, lang: table(choice.table, lang),
        "point": lambda choice, lang: conflict(choice.point, lang),
        "source": lambda choice, lang: source(choice.source, lang),
    },
)
