"""Published figures as content: a row with its newest value, what changed since the one before, and its source."""

from typing import Protocol

from dashboard.content.parts import KeyFigure
from dashboard.content.sources import source_by_id
from dashboard.language import Language
from dashboard.values import Hedge, Quantity, Unit


class Newest(Protocol):
    """A row made of the view `latest_value`, which says what is old; `change`: share of the previous value."""

    @property
    def region(self) -> str | None: ...
    @property
    def year(self) -> int | None: ...
    @property
    def is_old(self) -> bool: ...
    @property
    def quantity(self) -> Quantity: ...
    @property
    def previous_year(self) -> int | None: ...
    @property
    def previous_qualifier(self) -> Hedge | None: ...
    @property
    def change(self) -> float | None: ...
    @property
    def source_id(self) -> str | None: ...


def published_figure(row: Newest, label: str, lang: Language) -> KeyFigure:
    """The row as a key figure that is called so."""
    return KeyFigure(
        value=lang.quantity(row.quantity),
        label=label,
        meta=f"{lang.name('regions', row.region)}, {row.year}{_aged(row, lang)}",
        change=change_text(row, lang),
        source=source_by_id([row]).get(row.source_id or ""),
        quantity=row.quantity,
    )


def _aged(row: Newest, lang: Language) -> str:
    """Said of a figure that is old."""
    return ", " + lang.t("nothing newer known") if row.is_old else ""


def change_text(row: Newest, lang: Language) -> str:
    """`+11 % seit 2019`; empty without an earlier value, and where one of the two is only a bound (`< 700`), which
    tells of no change."""
    hedges = {row.quantity.hedge, row.previous_qualifier or Hedge.EXACT}
    if row.change is None or row.quantity.unit is Unit.PERCENT or any(hedge.is_bound for hedge in hedges):
        return ""
    hedge = Hedge.APPROX if Hedge.APPROX in hedges else Hedge.EXACT
    if round(row.change, 2) == 0:
        if hedge is Hedge.EXACT:
            return lang.t("unchanged since {year}", year=row.previous_year)
        return lang.t("about the same since {year}", year=row.previous_year)
    change = lang.hedged(lang.percent(row.change, signed=True), hedge)
    return lang.t("{change} since {year}", change=change, year=row.previous_year)
