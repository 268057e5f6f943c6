"""Relations: what is coming, what has been, whom to know, and which projects join several countries."""

from dashboard.app_pages.relations.choice import Choice
from dashboard.app_pages.relations.coming import coming
from dashboard.app_pages.relations.institutions import institutions
from dashboard.app_pages.relations.opening import numbers, opening
from dashboard.app_pages.relations.projects import projects
from dashboard.app_pages.relations.rhythm import behind, rhythm
from dashboard.content.page import Page

PAGE = Page(
    name="relations",
    icon=":material/handshake:",
    title=lambda lang: lang.t("Relations"),
    choice=Choice,
    sections=(opening, numbers, coming, rhythm, institutions, projects),
    asides={"cell": behind},
    needs=("events", "institutions", "projects"),
    about=("markets", "kinds", "theme"),
)
