"""The page's title, whose companies are shown, and on which kind of map."""

from dashboard.app_pages.region.choice import Choice
from dashboard.content.kept import remembered
from dashboard.content.parts import Beside, Control, Head, Section
from dashboard.language import Language


@remembered
def opening(_: Choice, lang: Language) -> Section:
    """Title and filters."""
    head = Head(lang.t("Region"), lang.t("Which company is in which town, and who moves where"))
    whose = Beside(tuple((Control(field),) for field in ("markets", "sectors", "roles")), (1, 1, 1))
    return Section("opening", parts=(head, whose, Control("show")))
