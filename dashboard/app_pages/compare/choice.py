"""What the reader wants compared: markets by a figure, region and measure and, for an index, from its base year on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypedDict

from dashboard.app_pages.compare.measure import Mode
from dashboard.charts.palette import DASHES
from dashboard.content import offers
from dashboard.content.choice import Chosen, Look, many, one
from dashboard.language import Language
from dashboard.questions import compare
from dashboard.questions.compare import BaseYearsRow, IndicatorsRow
from dashboard.values import Unit

LEAST, MOST = 2, len(DASHES)  # markets: no more than lines can be told apart


class Asked(TypedDict):
    """What the questions about the chosen figure are asked with."""

    markets: tuple[str, ...]
    indicator: str
    region: str
    mode: str
    base: int | None


def first_markets(_: Chosen, options: Mapping[str, str]) -> list[str]:
    """The core markets; where they are too few to be compared, the first ones offered."""
    core = offers.core_markets(options)
    return core[:MOST] if len(core) >= LEAST else list(options)[:LEAST]


def published(markets: Sequence[str]) -> tuple[IndicatorsRow, ...]:
    """The figures, each with its regions, that can be compared for these markets; none for a single one."""
    return compare.indicators(markets=markets) if len(markets) >= LEAST else ()


def figures(chosen: Chosen, lang: Language) -> dict[str, str]:
    """`Group · name`, in the order of the groups, the best covered one of each first."""
    return {
        row.indicator_id: f"{lang.label('indicator_types', 'group_id', row.group_id)} · "
        f"{lang.name('indicator_types', row.indicator_id)}"
        for row in published(chosen["markets"])
    }


def regions(chosen: Chosen, lang: Language) -> dict[str, str]:
    """The regions for which the figure has been published, the best covered one first."""
    of_figure = [row for row in published(chosen["markets"]) if row.indicator_id == chosen["indicator"]]
    return {row.region: lang.name("regions", row.region) for row in of_figure}


def modes(_: Chosen, lang: Language) -> dict[str, str]:
    """How values are put side by side."""
    return {
        Mode.ABSOLUTE.value: lang.t("Absolute"),
        Mode.INDEX.value: lang.t("Index"),
        Mode.PER_MILLION.value: lang.t("Per million inhabitants"),
        Mode.SHARE.value: lang.t("Share of all"),
    }


def base_years(chosen: Chosen, _: Language) -> dict[str, str]:
    """The years an index can start from; only an index has one."""
    return {str(year): str(year) for year in sorted(row.year for row in _base_years(chosen))}


def best_base(chosen: Chosen, _: Mapping[str, str]) -> str:
    """The year from which most markets go on."""
    return str(_base_years(chosen)[0].year)


def _base_years(chosen: Chosen) -> tuple[BaseYearsRow, ...]:
    if chosen["mode"] is not Mode.INDEX:
        return ()
    return compare.base_years(indicator=chosen["indicator"], region=chosen["region"], markets=chosen["markets"])


@dataclass(frozen=True)
class Choice:
    """A complete choice. `indicator` and `region` are empty where these markets have nothing to compare; `base` is None
    unless an index is asked for and can be made."""

    markets: tuple[str, ...] = many(
        lambda lang: lang.t("Source markets"), offers.markets, default=first_markets, most=MOST
    )
    indicator: str = one(lambda lang: lang.t("Published figure"), figures)
    region: str = one(lambda lang: lang.t("Region"), regions)
    mode: Mode = one(lambda lang: lang.t("Measure"), modes, look=Look("segments"), typed=Mode)
    base: int | None = one(
        lambda lang: lang.t("Base year"),
        base_years,
        default=best_base,
        typed=lambda code: int(code) if code else None,
    )

    @property
    def asked(self) -> Asked:
        """Itself as the named parameters of the questions."""
        return Asked(
            markets=self.markets, indicator=self.indicator, region=self.region, mode=self.mode.value, base=self.base
        )

    @property
    def unit(self) -> Unit:
        """What the chosen figure is counted in."""
        return next(row.unit for row in published(self.markets) if row.indicator_id == self.indicator)
