"""Region: which company is in which town, since when, and who moves where."""

from dashboard.app_pages.region.choice import Choice
from dashboard.app_pages.region.maps import maps
from dashboard.app_pages.region.opening import opening
from dashboard.app_pages.region.relocations import relocations
from dashboard.content.page import Page

PAGE = Page(
    name="region",
    icon=":material/map:",
    title=lambda lang: lang.t("Region"),
    choice=Choice,
    sections=(opening, maps, relocations),
    needs=("companies", "milestones"),
    plays="year",
    about=("markets", "sectors", "roles"),
)
