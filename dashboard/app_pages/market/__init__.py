"""Market: all we know of one source market, in the order a reader asks for it."""

from collections.abc import Callable

from dashboard.app_pages.market.choice import Choice, Subject, name
from dashboard.app_pages.market.companies import companies
from dashboard.app_pages.market.counts import counts
from dashboard.app_pages.market.milestones import milestones
from dashboard.app_pages.market.network import network
from dashboard.app_pages.market.news import news
from dashboard.app_pages.market.occasions import occasions
from dashboard.app_pages.market.opening import figures, opening
from dashboard.app_pages.market.places import places
from dashboard.app_pages.market.sectors import sectors
from dashboard.app_pages.market.series import people, trade
from dashboard.company_list.card import company_card
from dashboard.content.page import Page
from dashboard.content.parts import Section
from dashboard.language import Language

ABOUT = (opening, figures, news, counts, sectors, milestones, places, people, trade, network, occasions)


def _about(make: Callable[[Subject, Language], Section]) -> Callable[[Choice, Language], Section]:
    """A section of the market itself: it stays as it is while its list of companies is sorted and turned."""
    return lambda choice, lang: make(choice.subject, lang)


def nothing(choice: Choice, lang: Language, subjects: str) -> str:
    """Of which subjects nothing is on record for the market, or that there is none yet."""
    if not choice.market:
        return lang.t("No country has a fact yet.")
    return lang.t(
        "Nothing is on record for {country} about: {subjects}.", country=name(choice, lang), subjects=subjects
    )


PAGE = Page(
    name="market",
    icon=":material/flag:",
    title=lambda lang: lang.t("Markets"),
    choice=Choice,
    sections=(*map(_about, ABOUT), companies),
    asides={"company": lambda choice, lang: company_card(choice.company, "market", lang)},
    nothing=nothing,
    needs=("companies", "milestones", "indicators", "institutions", "events", "signals"),
    about=("market",),
    of_one=lambda lang: lang.t("Market"),
)
