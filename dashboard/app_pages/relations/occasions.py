"""Occasions to get in touch with who is here, for the chosen markets and theme; always of this year and next."""

from dashboard.app_pages.relations.choice import Choice
from dashboard.content.kept import remembered
from dashboard.content.occasions import lists, section
from dashboard.content.offers import ALL
from dashboard.content.parts import Nothing, Section
from dashboard.language import Language
from dashboard.questions import shared


@remembered
def occasions(choice: Choice, lang: Language) -> Section:
    """The three lists; what is for all countries belongs to every market."""
    markets = (*choice.markets, ALL) if choice.markets else ()
    rows = shared.occasions(markets=markets, theme=choice.lens, today=choice.today)
    if not rows:
        return section(Nothing(lang.t("No occasion to get in touch is on record with this choice.")), lang)
    return section(lists(rows, lang, of_one=False), lang)
