"""The company list of a market: sortable, to open and to take along."""

from dashboard.language import Language
from dashboard.screen.html import section
from dashboard.sections.companies_card import card
from dashboard.sections.companies_filters import EVERYTHING, View
from dashboard.sections.companies_table import table
from dashboard.warehouse import warehouse


def companies(market: str, lang: Language) -> str:
    """The table and the card of a company chosen in it; returns what is missing, if there is no company."""
    view = View(EVERYTHING.chosen | {"market": (market,)}, None)
    counts = warehouse().ask("companies/facets", **view.parameters())
    total = int(counts.loc[counts["facet"] == "all", "companies"].iloc[0])
    if not total:
        return lang.t("companies in our list")
    section(
        lang.t("The companies"),
        lang.t("Our documented list, not a complete register, those that left included; a row opens the company."),
    )
    table(view, total, lang, name=f"pocket-world-{market}")
    card(lang)
    return ""
