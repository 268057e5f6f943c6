"""What the reader can choose: whose companies, in which field of work, since when."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.app_pages.cities.across import asking, offered_across, state
from dashboard.content.choice import Chosen, Label, given, one
from dashboard.language import Language
from dashboard.questions import cities

ALL = "all"
ROWS = 25
FACETS = ("market", "sector", "theme", "topic")  # those of `chosen` in queries/cities/


def _facet(name: str, label: Label, every: Label, words: Callable[[Language, str], str]) -> Any:
    """A field with every value that some city has, in its words: the frequent first."""

    def known(lang: Language) -> dict[str, str]:
        rows = [row for row in cities.offers() if row.facet == name]
        return {row.value: words(lang, row.value) for row in rows}

    def offered(_: Chosen, lang: Language) -> dict[str, str]:
        return {ALL: every(lang)} | (offered_across(known, lang) or {})

    return one(label, offered)


def _years(_: Chosen, lang: Language) -> dict[str, str]:
    """Every year in which somebody came, the newest first."""

    def known(_: Language) -> list[str]:
        return sorted((row.value for row in cities.offers() if row.facet == "since"), reverse=True)

    return {ALL: lang.t("All years")} | {year: year for year in offered_across(known, lang) or []}


def _pages(chosen: Chosen, lang: Language) -> dict[str, str]:
    """The pages of the list."""
    with asking("") as found:
        total = found and next(iter(cities.counts(**asked_of(chosen))), None)
    last = math.ceil(total.companies_cities / ROWS) if total else 1
    return {str(number): lang.number(number) for number in range(1, max(last, 1) + 1)}


def asked_of(chosen: Mapping[str, Any]) -> dict[str, Any]:
    """The choice as the questions ask it."""
    pairs = tuple(f"{facet}={chosen[facet]}" for facet in FACETS if chosen[facet] != ALL)
    return {"chosen": pairs, "since": None if chosen["since"] == ALL else int(chosen["since"])}


@dataclass(frozen=True)
class Choice:
    """Codes, each of which may be `all`; `cities`: the state of the cities that all is asked of."""

    market: str = _facet(
        "market",
        lambda lang: lang.t("Source market"),
        lambda lang: lang.t("All markets"),
        lambda lang, code: lang.name("markets", code),
    )
    sector: str = _facet(
        "sector",
        lambda lang: lang.t("Sector"),
        lambda lang: lang.t("All sectors"),
        lambda lang, code: lang.name("sectors", code),
    )
    theme: str = _facet(
        "theme",
        lambda lang: lang.t("Focus theme"),
        lambda lang: lang.t("All themes"),
        lambda lang, code: lang.name("themes", code),
    )
    topic: str = _facet(
        "topic",
        lambda lang: lang.t("Topic"),
        lambda lang: lang.t("All topics"),
        lambda lang, code: lang.name("topics", code),
    )
    since: str = one(lambda lang: lang.t("Arrived since"), _years)
    page: int = one(lambda lang: lang.t("Page"), _pages, typed=int, restarts=True)
    cities: str = given(state)

    @property
    def asked(self) -> dict[str, Any]:
        """As the questions ask it."""
        return asked_of(vars(self))

    @property
    def is_open(self) -> bool:
        """Whether nothing is chosen of what companies are or do, so that every site counts."""
        return not self.asked["chosen"]

    def subject(self, lang: Language) -> str:
        """What is chosen of them, in words: `Japan · Photonics`."""
        lists = {"market": "markets", "sector": "sectors", "theme": "themes", "topic": "topics"}
        chosen = {facet: getattr(self, facet) for facet in FACETS}
        named = [lang.name(lists[facet], code) for facet, code in chosen.items() if code != ALL]
        return " · ".join(named) or lang.t("All companies")
