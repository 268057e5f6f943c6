"""The companies that a view leaves: a page of rows, sorted over all of them."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from dashboard.company_list.filters import View, view_of
from dashboard.content.choice import Chosen, Label, one
from dashboard.content.internal import tag
from dashboard.content.listing import ListCell, ListHead, Listing, ListRow, pager
from dashboard.content.parts import Nothing
from dashboard.content.sources import Source, source_by_id
from dashboard.language import NOTHING, Language
from dashboard.link import go
from dashboard.questions import companies
from dashboard.questions.companies import RowsRow

ROWS = 25
MARKED = ("announced", "left", "unheard")  # statuses that the list says beside the name: not here, or not yet


@dataclass(frozen=True)
class Order:
    """A column that sorts, by its code in the address."""

    code: str
    name: Label
    largest_first: bool = False


ORDERS = (
    Order("name", lambda lang: lang.t("Company")),
    Order("market", lambda lang: lang.t("Source market")),
    Order("sector", lambda lang: lang.t("Sector")),
    Order("town", lambda lang: lang.t("Town")),
    Order("arrived", lambda lang: lang.t("Since"), largest_first=True),
    Order("employees", lambda lang: lang.t("Employees"), largest_first=True),
)


def sort() -> Any:
    """The field of a choice that says by which column the list is sorted; `-name` is the other way round."""

    def offered(_: Chosen, lang: Language) -> dict[str, str]:
        return {f"{sign}{order.code}": order.name(lang) for order in ORDERS for sign in ("", "-")}

    return one(lambda lang: lang.t("Order"), offered)


def page(view: Callable[[Chosen], View] = view_of) -> Any:
    """The field that says which page of the list is shown: the first again when another list is."""

    def offered(chosen: Chosen, lang: Language) -> dict[str, str]:
        last = math.ceil(view(chosen).total / ROWS)
        return {str(number): lang.number(number) for number in range(1, max(last, 1) + 1)}

    return one(lambda lang: lang.t("Page"), offered, typed=int, restarts=True)


class Listed(Protocol):
    """A choice that has both fields."""

    @property
    def sort(self) -> str: ...
    @property
    def page(self) -> int: ...


def company_table(view: View, choice: Listed, page: str, lang: Language) -> Listing | Nothing:
    """The rows of the page asked for, or why there are none. `page` names the page it stands on."""
    if not view.total:
        return Nothing(lang.t("No company of our list fits this choice. Take a filter back, or reset all."))

    def ask(rows: int, skip: int = 0) -> tuple[RowsRow, ...]:
        wish, backwards = choice.sort.removeprefix("-"), choice.sort.startswith("-")
        return companies.rows(**vars(view), sort=wish, descending=backwards, lang=lang.code, rows=rows, skip=skip)

    rows = ask(ROWS, ROWS * (choice.page - 1))
    sources = source_by_id(rows)
    heads = [_head(order, choice.sort, page, lang) for order in ORDERS]
    return Listing(
        "companies",
        (*heads, ListHead("topics", lang.t("Topics")), ListHead("source", lang.t("Source"))),
        tuple(_row(row, sources[row.source_id], page, lang) for row in rows),
        pager(choice.page, view.total, ROWS, page, lang),
        lambda: ask(view.total),
    )


def _head(order: Order, shown: str, page: str, lang: Language) -> ListHead:
    """A column's head sorts by it, or the other way round if the list already is."""
    upwards, downwards = order.code, f"-{order.code}"
    first, second = (downwards, upwards) if order.largest_first else (upwards, downwards)
    direction = {upwards: "ascending", downwards: "descending"}.get(shown, "")
    towards = go(page, sort=second if shown == first else first)
    return ListHead(order.code, order.name(lang), towards, direction)


def _row(row: RowsRow, source: Source, page: str, lang: Language) -> ListRow:
    """One company in words."""
    left = lang.label("companies", "status", row.status) if row.status in MARKED else ""
    parent = row.parent or ""
    return ListRow(
        (
            ListCell(row.name, note=left, below="" if parent == row.name else parent),
            ListCell(lang.name("markets", row.market), market=row.market, towards=go("market", market=row.market)),
            ListCell(lang.name("sectors", row.sector_id)),
            ListCell(lang.name("places", row.city) or NOTHING),
            _since(row, lang),
            ListCell(lang.number(row.employees), note=str(row.employees_year or "")),
            ListCell(lang.listed("topics", row.topics) or NOTHING),
            ListCell(source=source),
        ),
        go(page, company=row.company_id),
        tag(row, lang),
    )


def _since(row: RowsRow, lang: Language) -> ListCell:
    """The year of arrival; of one that had come before, unknown when, that of its site, as on its card."""
    if row.arrived is None and row.established and row.status != "announced":
        return ListCell(str(row.established), note=lang.t("at this site"))
    return ListCell(NOTHING if row.arrived is None else str(row.arrived))
