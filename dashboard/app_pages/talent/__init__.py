"""Talent: people from the source markets, who lives, studies and works here."""

from dashboard.app_pages.talent.choice import Choice
from dashboard.app_pages.talent.lists import lists
from dashboard.app_pages.talent.opening import opening
from dashboard.app_pages.talent.subjects import residents, students, work
from dashboard.app_pages.talent.way import way
from dashboard.content.page import Page

PAGE = Page(
    name="talent",
    icon=":material/school:",
    title=lambda lang: lang.t("Talent"),
    choice=Choice,
    sections=(opening, residents, students, work, way, lists),
    needs=("indicators", "institutions", "events", "signals"),
    about=("markets", "region"),
)
