"""What the list of companies is looked through by: a search and filters, each declared once in `Filters`.

A filter's name is its facet in `queries/model/faceted.sql`, its key in the address and its part of `View.chosen`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.content.choice import Chosen, Label, Look, fields, many, number, switch, words
from dashboard.content.periods import periods
from dashboard.language import Language
from dashboard.questions import companies
from dashboard.questions.companies import FacetsRow

ALL = ("all", "all")  # facet and value of what all filters together leave


@dataclass(frozen=True)
class View:
    """What is being looked for, as the questions ask it: `facet=value` of every value chosen, the companies a search
    found (None: none was made), employees from and to, with or without those whose number is not known."""

    chosen: tuple[str, ...] = ()
    found: tuple[str, ...] | None = None
    fewest: int | None = None
    most: int | None = None
    unstaffed: bool = False

    def counted(self) -> dict[tuple[str, str], FacetsRow]:
        """(facet, value) -> how many companies it would show, given the other filters."""
        rows = companies.facets(**vars(self))
        return {(row.facet, row.value): row for row in rows}

    @property
    def total(self) -> int:
        """How many companies it leaves."""
        return self.counted()[ALL].companies


def view_of(chosen: Chosen) -> View:
    """The view that a choice with `Filters` (or the first of them) asks for."""
    term = str(chosen.get("q", "")).strip()
    found = tuple(row.company_id for row in companies.search(term=term, present_only=False)) if term else None
    pairs = tuple(f"{facet}={value}" for facet in FACETS for value in chosen.get(facet, ()))
    return View(pairs, found, chosen.get("staff_from"), chosen.get("staff_to"), bool(chosen.get("staff_unknown")))


def facet(name: str, label: Label, known: Callable[[Language], Mapping[str, str]], *, in_order: bool = False) -> Any:
    """A filter by any number of values; `known`: value -> words.

    Offered is every value that occurs, the frequent first, or `in_order` of those known.
    """

    def offered(_: Chosen, lang: Language) -> dict[str, str]:
        said = known(lang)
        sizes = _sizes(View(), name)
        order = [value for value in said if value in sizes] if in_order else sorted(sizes, key=lambda v: (-sizes[v], v))
        return {value: said.get(value, value) for value in order}

    def counts(chosen: Chosen) -> dict[str, int]:
        return _sizes(view_of(chosen), name)

    return many(label, offered, counts=counts, look=Look(empty=lambda lang: lang.t("all")))


def _sizes(view: View, facet: str) -> dict[str, int]:
    return {row.value: row.companies for row in view.counted().values() if row.facet == facet}


def _ranged(chosen: Chosen) -> bool:
    """Whether a number of employees is asked for."""
    return chosen.get("staff_from") is not None or chosen.get("staff_to") is not None


def _unstaffed(chosen: Chosen) -> dict[str, int]:
    """How many companies the other filters leave whose number of employees is not known."""
    return {"yes": _sizes(view_of(chosen), "staff").get("unknown", 0)}


def _unknown(lang: Language) -> dict[str, str]:
    return {"unknown": lang.t("not known")}


def _periods(lang: Language) -> dict[str, str]:
    return {str(number): name for number, name in enumerate(periods(lang), 1)} | _unknown(lang)


@dataclass(frozen=True)
class Filters:
    """A search and filters, of which each restricts the list."""

    q: str = words(
        lambda lang: lang.t("Search by name, former name, parent company, description or topic"),
        look=Look(empty=lambda lang: lang.t("such as Mitsubishi; small typing errors do not matter")),
    )
    market: tuple[str, ...] = facet("market", lambda lang: lang.t("Source market"), lambda lang: lang.names("markets"))
    sector: tuple[str, ...] = facet("sector", lambda lang: lang.t("Sector"), lambda lang: lang.names("sectors"))
    theme: tuple[str, ...] = facet(
        "theme",
        lambda lang: lang.t("Focus theme"),
        lambda lang: lang.names("themes") | {"none": lang.t("no focus theme")},
    )
    topic: tuple[str, ...] = facet(
        "topic", lambda lang: lang.t("Topic"), lambda lang: lang.names("topics") | {"none": lang.t("no topic")}
    )
    role: tuple[str, ...] = facet("role", lambda lang: lang.t("Role"), lambda lang: lang.labels("companies", "role"))
    town: tuple[str, ...] = facet(
        "town", lambda lang: lang.t("Town"), lambda lang: lang.names("places") | _unknown(lang)
    )
    period: tuple[str, ...] = facet("period", lambda lang: lang.t("Arrival"), _periods, in_order=True)
    status: tuple[str, ...] = facet(
        "status", lambda lang: lang.t("Status"), lambda lang: lang.labels("companies", "status")
    )
    history: tuple[str, ...] = facet(
        "history",
        lambda lang: lang.t("Milestones"),
        lambda lang: {"yes": lang.t("with milestones"), "no": lang.t("without milestones")},
    )
    staff_from: int | None = number(lambda lang: lang.t("Employees from"))
    staff_to: int | None = number(lambda lang: lang.t("Employees to"))
    staff_unknown: bool = switch(
        lambda lang: lang.t("Also those whose number is not known"), _ranged, counts=_unstaffed
    )


FACETS = tuple(name for name, field in fields(Filters) if field.is_many)
STAFF = ("staff_from", "staff_to", "staff_unknown")
