"""What the reader can choose of relations: markets, kinds, theme, period; how the picture is divided, what it opens."""

from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from dashboard.content.choice import Chosen, Look, given, many, one, words
from dashboard.language import Language
from dashboard.questions import relations
from dashboard.settings import settings

ALL = "all"


class EventsAsked(TypedDict):
    """What the questions about events ask for; no market or kind, or an empty theme, means all of them."""

    markets: tuple[str, ...]
    kinds: tuple[str, ...]
    theme: str
    first: int
    last: int
    today: date


def markets(_: Chosen, lang: Language) -> dict[str, str]:
    """The markets with an institution, an event, an occasion or a part in a project."""
    rows = relations.markets(today=settings().current_date())
    return {row.market: lang.name("markets", row.market) for row in rows}


def themes(_: Chosen, lang: Language) -> dict[str, str]:
    """Any theme, or one."""
    return {ALL: lang.t("All themes"), **lang.names("themes")}


def years(_: Chosen, lang: Language) -> dict[str, str]:  # noqa: ARG001 (options are asked in a language)
    """The years this page reaches over."""
    return {str(row.year): str(row.year) for row in relations.years()}


def later(chosen: Chosen, lang: Language) -> dict[str, str]:
    """The years from the first one chosen on."""
    return {code: year for code, year in years(chosen, lang).items() if int(code) >= chosen["first"]}


def divisions(_: Chosen, lang: Language) -> dict[str, str]:
    """What the rows of the picture are."""
    return {"market": lang.t("By market"), "kind": lang.t("By kind")}


def _year(code: str) -> int:
    return int(code or 0)


@dataclass(frozen=True)
class Choice:
    """A complete choice; no market or kind means all of them, `theme` may be `all`.

    `cell`: the bar of the picture whose events are open, such as `JP.2024`.
    """

    markets: tuple[str, ...] = many(
        lambda lang: lang.t("Source markets"),
        markets,
        look=Look(empty=lambda lang: lang.t("All markets"), width=330),
    )
    kinds: tuple[str, ...] = many(
        lambda lang: lang.t("Kinds of events"),
        lambda _, lang: lang.labels("events", "kind"),
        look=Look(empty=lambda lang: lang.t("All kinds"), width=300),
    )
    theme: str = one(lambda lang: lang.t("Theme"), themes, look=Look(width=170))
    first: int = one(lambda lang: lang.t("From"), years, key="from", typed=_year, look=Look(width=105))
    last: int = one(
        lambda lang: lang.t("Until"),
        later,
        default=lambda _, options: max(options, default=""),
        key="to",
        typed=_year,
        look=Look(width=105),
    )
    by: str = one(lambda lang: lang.t("Rows of the picture"), divisions, look=Look("segments", quiet=True))
    cell: str = words(lambda lang: lang.t("Events"), aside=True)
    institutions: tuple[str, ...] = many(
        lambda lang: lang.t("Kinds of institutions"),
        lambda _, lang: lang.labels("institutions", "kind"),
        look=Look(empty=lambda lang: lang.t("All kinds"), width=420),
    )
    today: date = given(lambda: settings().current_date())

    @property
    def lens(self) -> str:
        """The theme as the questions ask for it: empty where any will do."""
        return "" if self.theme == ALL else self.theme

    @property
    def events(self) -> EventsAsked:
        """What the questions about events ask for."""
        return EventsAsked(
            markets=self.markets, kinds=self.kinds, theme=self.lens, first=self.first, last=self.last, today=self.today
        )
