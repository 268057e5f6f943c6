"""The companies of a market: a list to sort, to open and to take along."""

from dashboard.app_pages.market.choice import Choice, listed
from dashboard.company_list.table import company_table
from dashboard.content.kept import remembered
from dashboard.content.parts import Section
from dashboard.language import Language


@remembered
def companies(choice: Choice, lang: Language) -> Section:
    """A page of the list."""
    view = listed(vars(choice))
    if not view.total:
        return Section("companies", missing=lang.t("companies in our list"))
    return Section(
        "companies",
        lang.t("The companies"),
        lang.t(
            "Our documented list, not a complete register, those gone or silent for ten years included; "
            "a row opens the company."
        ),
        parts=(company_table(view, choice, "market", lang),),
    )
