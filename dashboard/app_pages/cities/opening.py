"""The page's title, and what can be chosen."""

from dashboard.app_pages.cities.across import across
from dashboard.app_pages.cities.choice import FACETS, Choice
from dashboard.content.controls import ControlGrid
from dashboard.content.kept import remembered
from dashboard.content.parts import Head, Section
from dashboard.language import Language
from dashboard.questions import cities


@across
@remembered
def opening(_: Choice, lang: Language) -> Section:
    """Title and filters."""
    named = lang.join([lang.name("places", row.city) for row in cities.lists()])
    head = Head(lang.t("Cities compared"), lang.t("Which companies choose which city: {cities}", cities=named))
    return Section("opening", parts=(head, ControlGrid((*FACETS, "since"), abreast=5)))
