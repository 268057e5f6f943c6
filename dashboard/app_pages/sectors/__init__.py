"""Sectors and focus themes: who works in what, seen through a theme, and what came when."""

from dashboard.app_pages.sectors.choice import Choice
from dashboard.app_pages.sectors.matrix import matrix
from dashboard.app_pages.sectors.opening import opening
from dashboard.app_pages.sectors.shift import shift
from dashboard.content.page import Page

PAGE = Page(
    name="sectors",
    icon=":material/category:",
    title=lambda lang: lang.t("Sectors"),
    choice=Choice,
    sections=(opening, matrix, shift),
    needs=("companies", "themes"),
    about=("theme",),
)
