"""Relations: what is coming, whom to call on, what has been, whom to know, which projects join several countries."""

from dashboard.app_pages.relations.choice import Choice
from dashboard.app_pages.relations.coming import coming
from dashboard.app_pages.relations.institutions import institutions
from dashboard.app_pages.relations.occasions import occasions
from dashboard.app_pages.relations.opening import numbers, opening
from dashboard.app_pages.relations.projects import projects
from dashboard.app_pages.relations.rhythm import behind, rhythm
from dashboard.content.page import Page

PAGE = Page(
    name="relations",
    icon=":material/handshake:",
    title=lambda lang: lang.t("Relations"),
    choice=Choice,
    sections=(opening, numbers, coming, occasions, rhythm, institutions, projects),
    asides={"cell": behind},
    needs=("events", "institutions", "projects", "companies", "milestones"),
    about=("markets", "kinds", "theme"),
)
