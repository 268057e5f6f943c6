"""The page's title, its search and its filters."""

from dashboard.app_pages.companies.choice import Choice
from dashboard.company_list.filters import FACETS, View
from dashboard.content.kept import remembered
from dashboard.content.link import go
from dashboard.content.parts import Action, Control, Controls, Head, Section
from dashboard.language import Language


@remembered
def opening(choice: Choice, lang: Language) -> Section:
    """Title, search, filters, and a way to take them all back."""
    everything = go("companies", **dict.fromkeys(("q", *FACETS), ""))
    return Section(
        "opening",
        parts=(
            Head(lang.t("Companies"), lang.t("Our documented list, not a complete register")),
            Control("q"),
            Controls(FACETS),
            Action(
                "companies-reset",
                lang.t("Reset all filters"),
                None if choice.view == View() else everything,
                ":material/undo:",
            ),
        ),
    )
