"""The page's title, its search and its filters."""

from dashboard.app_pages.companies.choice import Choice
from dashboard.company_list.filters import FACETS, STAFF, View
from dashboard.content.action import Action
from dashboard.content.controls import ControlGrid
from dashboard.content.kept import remembered
from dashboard.content.parts import Control, Head, Note, Section
from dashboard.language import Language
from dashboard.link import go


@remembered
def opening(choice: Choice, lang: Language) -> Section:
    """Title, search, filters, and a way to take them all back."""
    everything = go("companies", **dict.fromkeys(("q", *FACETS, *STAFF), ""))
    unfiltered = choice.view == View()
    return Section(
        "opening",
        parts=(
            Head(lang.t("Companies"), lang.t("Our documented list, not a complete register")),
            Control("q"),
            ControlGrid((*FACETS, *STAFF)),
            Note(
                lang.t("A company may have several topics: their numbers may add up to more than there are companies.")
            ),
            Action(lang.t("Reset all filters"), everything, ":material/undo:", disabled=unfiltered),
        ),
    )
