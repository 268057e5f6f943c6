"""What pages offer to choose from, in the reader's words: code -> name."""

from collections.abc import Mapping

from dashboard.content.choice import Chosen
from dashboard.content.kept import remembered
from dashboard.language import Language
from dashboard.link import Go, go
from dashboard.questions import shared
from dashboard.values import Market
from dashboard.warehouse import warehouse

ALL = "all"  # the code of all countries together


def markets(_: Chosen, lang: Language) -> dict[str, str]:
    """Every market with a page, core markets first, then by companies in our list."""
    return {row.market: lang.name("markets", row.market) for row in shared.markets()}


def listed_markets(_: Chosen, lang: Language) -> dict[str, str]:
    """The markets with a company in our list, in the same order."""
    return {row.market: lang.name("markets", row.market) for row in shared.markets() if row.companies}


def core_markets(options: Mapping[str, str]) -> list[str]:
    """The core markets among the options, in their order."""
    return [market for market in warehouse().markets.values() if market.core and market in options]


def market_page(market: str | None) -> Go | None:
    """A market's page; None where it has none (the city's own country, all countries together)."""
    return go("market", market=market) if market in _with_page() else None


def market_name(market: Market | None, lang: Language) -> str:
    """What a market is called; None: several of them."""
    return lang.name("markets", market) if market else lang.t("Several countries")


def whose(market: Market | None, lang: Language) -> str:
    """A market's name in a list."""
    return lang.t("for all countries") if market == ALL else market_name(market, lang)


@remembered
def _with_page() -> frozenset[str]:
    return frozenset(row.market for row in shared.markets())


def first_of(options: Mapping[str, str], wished: str) -> str:
    """The wished code if it is offered, else the first one."""
    return wished if wished in options else next(iter(options), "")
