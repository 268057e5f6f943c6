"""Compare: two to six markets by any published figure, side by side."""

from dashboard.app_pages.compare.choice import Choice
from dashboard.app_pages.compare.compared import compared
from dashboard.app_pages.compare.opening import opening
from dashboard.app_pages.compare.scorecard import scorecard
from dashboard.app_pages.compare.sectors import sectors
from dashboard.content.page import Page

PAGE = Page(
    name="compare",
    icon=":material/stacked_line_chart:",
    title=lambda lang: lang.t("Compare"),
    choice=Choice,
    sections=(opening, compared, scorecard, sectors),
    needs=("indicators", "companies"),
    about=("indicator",),
)
