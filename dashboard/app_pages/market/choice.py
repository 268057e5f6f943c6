"""What the reader can choose: the market."""

from dataclasses import dataclass
from datetime import date

from dashboard.content import offers
from dashboard.content.choice import Look, given, one
from dashboard.language import Language
from dashboard.settings import settings
from dashboard.values import Market
from dashboard.warehouse import warehouse


@dataclass(frozen=True)
class Choice:
    """The market, and the date on which it is looked at."""

    market: Market = one(
        lambda lang: lang.t("Market"),
        offers.markets,
        default=lambda _, options: offers.first_of(options, warehouse().city.first.market),
        look=Look(quiet=True),
        typed=lambda code: warehouse().markets.get(code) or Market(code),
    )
    today: date = given(lambda: settings().current_date())


def name(choice: Choice, lang: Language) -> str:
    """What the market is called."""
    return lang.name("markets", choice.market)
