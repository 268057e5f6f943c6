"""The company list of a market: sortable, to open and to take along."""

from dataclasses import dataclass

from dashboard.company_list import card, table
from dashboard.company_list.filters import View
from dashboard.content import offers
from dashboard.content.choice import Chosen, one
from dashboard.content.page import Page
from dashboard.language import Language
from dashboard.screen.choosing import settle
from dashboard.screen.draw import Stage, draw
from dashboard.screen.html import section
from dashboard.screen.show import open_aside


def _view(chosen: Chosen) -> View:
    return View((f"market={chosen['market']}",))


@dataclass(frozen=True)
class Choice:
    """The market, and what is chosen of its list."""

    market: str = one(lambda lang: lang.t("Market"), offers.markets)
    sort: str = table.sort()
    page: int = table.page(_view)
    company: str = card.company()


PAGE = Page(
    name="market",
    icon="",
    title=lambda lang: lang.t("Markets"),
    choice=Choice,
    sections=(),
)


def companies(market: str, lang: Language) -> str:
    """The table and the card of a company chosen in it; returns what is missing, if there is no company."""
    view = _view({"market": market})
    if not view.total:
        return lang.t("companies in our list")
    section(
        lang.t("The companies"),
        lang.t("Our documented list, not a complete register, those that left included; a row opens the company."),
    )
    stage = Stage(PAGE, settle(Choice, lang), lang)
    draw(table.company_table(view, stage.reading.choice, "market", f"pocket-world-{market}", lang), stage)
    if stage.reading.choice.company:
        open_aside(card.company_card(stage.reading.choice.company, "market", lang), "company", stage)
    return ""
