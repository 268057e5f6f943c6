"""What the reader can choose: the market; the order and page of the list of its companies, one company."""

from dataclasses import dataclass
from datetime import date

from dashboard.company_list import card, table
from dashboard.company_list.filters import View
from dashboard.content import offers
from dashboard.content.choice import Chosen, Look, given, one
from dashboard.language import Language
from dashboard.settings import settings
from dashboard.values import Market
from dashboard.warehouse import warehouse


def view_of(chosen: Chosen) -> View:
    """The companies of the market."""
    return View((f"market={chosen['market']}",))


@dataclass(frozen=True)
class Choice:
    """`today`: the date on which the market is looked at; `company`: whose card is open."""

    market: Market = one(
        lambda lang: lang.t("Market"),
        offers.markets,
        default=lambda _, options: offers.first_of(options, warehouse().city.first.market),
        look=Look(quiet=True),
        typed=lambda code: warehouse().markets.get(code) or Market(code),
    )
    sort: str = table.sort()
    page: int = table.page(view_of)
    company: str = card.company()
    today: date = given(lambda: settings().current_date())


def name(choice: Choice, lang: Language) -> str:
    """What the market is called."""
    return lang.name("markets", choice.market)
