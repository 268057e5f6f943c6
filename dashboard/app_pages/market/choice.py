"""What the reader can choose: the market, and an order, a page and a company of its list."""

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


def listed(chosen: Chosen) -> View:
    """The market's companies."""
    return View((f"market={chosen['market']}",))


@dataclass(frozen=True)
class Subject:
    """The market, and the date on which it is looked at: what all but the list of companies depends on."""

    market: Market = one(
        lambda lang: lang.t("Market"),
        offers.markets,
        default=lambda _, options: offers.first_of(options, warehouse().city.first.market),
        look=Look(quiet=True),
        typed=lambda code: warehouse().markets.get(code) or Market(code),
    )
    today: date = given(lambda: settings().current_date())


@dataclass(frozen=True)
class Choice(Subject):
    """A complete choice; `company`: whose card is open."""

    sort: str = table.sort()
    page: int = table.page(listed)
    company: str = card.company()

    @property
    def subject(self) -> Subject:
        """Without what is chosen of the list."""
        return Subject(self.market, self.today)


def name(subject: Subject, lang: Language) -> str:
    """What the market is called."""
    return lang.name("markets", subject.market)
