"""Overview: the world in pocket format, on one screen."""

from dashboard.app_pages.overview.choice import Choice
from dashboard.app_pages.overview.core_markets import core_markets
from dashboard.app_pages.overview.opening import opening
from dashboard.app_pages.overview.studies import behind_the_figures
from dashboard.app_pages.overview.world import world_and_latest
from dashboard.content.page import Page

PAGE = Page(
    name="overview",
    icon=":material/public:",
    title=lambda lang: lang.t("Overview"),
    choice=Choice,
    sections=(opening, world_and_latest, core_markets, behind_the_figures),
    needs=("headlines", "companies", "milestones", "indicators", "themes"),
)
