"""The page's title, its search and its filters."""

from dashboard.app_pages.companies.choice import Choice
from dashboard.company_list.filters import FACETS, View
from dashboard.content.action import Action
from dashboard.content.controls import ControlGrid
from dashboard.content.kept import remembered
from dashboard.content.parts import Control, Head, Section
from dashboard.language import Language
from dashboard.link import go


@remembered
def opening(choice: Choice, lang: Language) -> Section:
    """Title, search, filters, and a way to take them all back."""
    everything = go("companies", **dict.fromkeys(("q", *FACETS), ""))
    unfiltered = choice.view == View()
    return Section(
        "opening",
        parts=(
            Head(lang.t("Companies"), lang.t("Our documented list, not a complete register")),
            Control("q"),
            ControlGrid(FACETS),
            Action(lang.t("Reset all filters"), everything, ":material/undo:", disabled=unfiltered),
        ),
    )
