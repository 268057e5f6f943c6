"""A published value as a key figure, with its change since the value before it; the same on every page."""

from typing import Protocol

from dashboard.content.parts import KeyFigure
from dashboard.content.sources import sources_by_id
from dashboard.language import Language
from dashboard.values import Hedge, Quantity, Unit


class Newest(Protocol):
    """A row of a question about the view `latest_value`."""

    @property
    def quantity(self) -> Quantity: ...
    @property
    def region(self) -> str | None: ...
    @property
    def year(self) -> int | None: ...
    @property
    def previous_year(self) -> int | None: ...
    @property
    def previous_qualifier(self) -> Hedge | None: ...
    @property
    def change(self) -> float | None: ...
    @property
    def source_id(self) -> str | None: ...


def key_figure(row: Newest, label: str, lang: Language) -> KeyFigure:
    """The row's value with what it counts (`label`), where and when."""
    return KeyFigure(
        value=lang.quantity(row.quantity),
        label=label,
        meta=f"{lang.name('regions', row.region)}, {row.year}",
        change=change_text(row, lang),
        source=sources_by_id([row]).get(row.source_id or ""),
        quantity=row.quantity,
    )


def change_text(row: Newest, lang: Language) -> str:
    """`+11 % seit 2019`, of the same series; empty without an earlier value, and where one of the two is only a bound
    (`< 700`), which tells of no change."""
    hedges = {row.quantity.hedge, row.previous_qualifier}
    bound = any(hedge.is_bound for hedge in hedges if hedge)
    if row.change is None or row.quantity.unit is Unit.PERCENT or bound:
        return ""
    about = Hedge.APPROX in hedges
    if round(row.change, 2) == 0:
        same = lang.t("about the same since {year}") if about else lang.t("unchanged since {year}")
        return same.format(year=row.previous_year)
    change = lang.hedged(lang.percent(row.change, signed=True), Hedge.APPROX if about else Hedge.EXACT)
    return lang.t("{change} since {year}", change=change, year=row.previous_year)
