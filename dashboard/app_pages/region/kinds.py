"""The kinds of map: what each asks, draws, and says of itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from dashboard.app_pages.region.charts.balance import balance_map
from dashboard.app_pages.region.charts.moves import move_map
from dashboard.app_pages.region.charts.sites import site_map
from dashboard.app_pages.region.words import gains, move_text
from dashboard.charts.base import Chart
from dashboard.charts.ground import Ground
from dashboard.charts.region import town_map
from dashboard.language import Language
from dashboard.questions import region
from dashboard.warehouse import warehouse

if TYPE_CHECKING:
    from dashboard.app_pages.region.choice import Choice

Row = TypeVar("Row", bound=NamedTuple)


@dataclass(frozen=True)
class MapKind(Generic[Row]):
    """A kind of map. `first`: what stands out, for those who do not see it; `counted`: what counts in it, and what it
    cannot show; `past`: it shows what happened up to a year, not what is there in it; `clickable`: its points lead to
    companies."""

    title: Callable[[Language], str]
    question: Callable[[Choice], tuple[Row, ...]]
    chart: Callable[[Sequence[Row], Ground, Language], Chart]
    first: Callable[[Sequence[Row], Language], list[str]]
    counted: Callable[[Choice, Language], str]
    past: bool = False
    clickable: bool = False

    def dated(self, year: int | None, lang: Language) -> str:
        """Its title with the year."""
        when = lang.t("today") if year is None else str(year)
        if self.past:
            when = lang.t("until {year}", year=when)
        return f"{self.title(lang)}, {when}"


def covered(choice: Choice, lang: Language) -> str:
    """How many companies a map of a year shows, and why not the others."""
    cover, is_past = region.coverage(**choice.whose)[0], choice.year is not None
    shown = lang.t(
        "{shown} of {listed} sites of our list", shown=lang.number(cover.shown), listed=lang.number(cover.listed)
    )
    unknown = lang.t("not shown: {count} whose year of arrival is not known", count=lang.number(cover.undated))
    others = {
        lang.t("{count} gone by then or not yet come")
        if is_past
        else lang.t("{count} gone or silent for ten years"): cover.elsewhen,
        lang.t("{count} only announced"): cover.announced,
        lang.t("{count} without a town or gone in an unknown year"): cover.nowhere,
    }
    missing = [text.format(count=lang.number(count)) for text, count in others.items() if count]
    return "; ".join([shown, *([unknown] if is_past else []), *missing])


def crowded(choice: Choice, lang: Language) -> str:
    """The same of a map on which companies share places."""
    beside = lang.t("dots that share a place stand around it, so their direction says nothing")
    return f"{covered(choice, lang)}; {beside}"


def relocated(_: Choice, lang: Language) -> str:
    """Which relocations count."""
    return lang.t("Relocations between two towns in our list; moves within a town are not counted")


def _largest(rows: Sequence[region.TownsRow], lang: Language) -> list[str]:
    return [f"{lang.name('places', row.town)} {lang.number(row.companies)}" for row in rows[:3]]


def _number(rows: Sequence[region.SitesRow], lang: Language) -> list[str]:
    return [lang.n("{count} site", "{count} sites", len(rows))]


def _newest(rows: Sequence[region.MovesRow], lang: Language) -> list[str]:
    return [f"{row.name}, {move_text(row, lang)}" for row in rows[:3]]


KINDS: dict[str, MapKind[Any]] = {
    "towns": MapKind(
        lambda lang: lang.t("Companies by town"),
        lambda choice: region.towns(**choice.whose),
        town_map,
        _largest,
        covered,
    ),
    "sites": MapKind(
        lambda lang: lang.t("Sites"),
        lambda choice: region.sites(**choice.whose),
        lambda rows, ground, lang: site_map(rows, ground, warehouse().markets.values(), lang),
        _number,
        crowded,
        clickable=True,
    ),
    "balance": MapKind(
        lambda lang: lang.t("Net gain by relocation"),
        lambda choice: region.balance(**choice.whose),
        balance_map,
        gains,
        relocated,
        past=True,
    ),
    "moves": MapKind(
        lambda lang: lang.t("Relocations"),
        lambda choice: choice.moves(),
        lambda rows, ground, lang: move_map(rows, ground, warehouse().markets.values(), lang),
        _newest,
        relocated,
        past=True,
        clickable=True,
    ),
}
