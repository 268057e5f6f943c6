"""What the reader wants compared: figure, region, measure and, for an index, its base year."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.language import Language
from dashboard.screen import filters
from dashboard.screen.names import names
from dashboard.warehouse import warehouse

MODES = ("absolute", "index", "per-million", "share")


@dataclass(frozen=True)
class Question:
    """A complete choice; `figure` is the row of the query `compare/indicators` that it is about."""

    markets: tuple[str, ...]
    indicator: str
    region: str
    mode: str
    base: int | None
    figure: pd.Series

    def parameters(self) -> dict[str, Any]:
        """The named parameters of the queries about it."""
        return {
            "markets": self.markets,
            "indicator": self.indicator,
            "region": self.region,
            "mode": self.mode,
            "base": self.base,
        }


def ask_for(markets: list[str], lang: Language) -> Question | None:
    """Draw the four choices and return the answer; None if the markets have nothing to compare."""
    offered = warehouse().ask("compare/indicators", markets=markets)
    if offered.empty:
        return None
    figure_box, region_box, mode_box, base_box = st.columns([2.2, 1.3, 2.2, 0.9])
    with figure_box:
        indicator = choose_indicator(offered, lang)
    of_figure = offered[offered["indicator_id"] == indicator]
    with region_box:
        regions = {code: names("regions", lang)[code] for code in of_figure["region"]}
        region = filters.one(lang.t("Region"), regions, lang, key="region", default=of_figure["region"].iloc[0])
    with mode_box:
        mode = choose_mode(lang)
    base = None
    if mode == "index":
        with base_box:
            base = choose_base(markets, indicator, region, lang)
    figure = of_figure[of_figure["region"] == region].iloc[0]
    return Question(tuple(markets), indicator, region, mode, base, figure)


def choose_indicator(offered: pd.DataFrame, lang: Language) -> str:
    """`Group · name`, in the order of the groups; the best covered one is the default."""
    options = {
        row["indicator_id"]: f"{lang.label('indicator_types', 'group_id', row['group_id'])} · {lang.pick(row, 'name')}"
        for _, row in offered.iterrows()
    }
    return filters.one(lang.t("Published figure"), options, lang, key="indicator", default=next(iter(options)))


def choose_mode(lang: Language) -> str:
    """How values are put side by side."""
    words = {
        "absolute": lang.t("Absolute"),
        "index": lang.t("Index"),
        "per-million": lang.t("Per million inhabitants"),
        "share": lang.t("Share of all"),
    }
    return filters.one(
        lang.t("Measure"), {mode: words[mode] for mode in MODES}, lang, key="mode", default="absolute",
        widget=st.segmented_control, required=True, wrap=True,
    )  # fmt: skip


def choose_base(markets: list[str], indicator: str, region: str, lang: Language) -> int | None:
    """The index's base year; None if no year has a value."""
    years = warehouse().ask("compare/base_years", markets=markets, indicator=indicator, region=region)
    if years.empty:
        return None
    default = str(years["year"].iloc[0])
    options = {str(year): str(year) for year in sorted(years["year"])}
    return int(filters.one(lang.t("Base year"), options, lang, key="base", default=default))
