"""The opening of a market's page: its name, the desk that looks after it, five key figures."""

import pandas as pd
import streamlit as st

from dashboard.language import Language
from dashboard.screen.html import empty, render
from dashboard.screen.key_figures import KeyFigure, key_figures, published_figure
from dashboard.screen.names import names, region_name
from dashboard.screen.pieces import remembered
from dashboard.warehouse import warehouse


def opening(market: str, lang: Language) -> None:
    """Name and desk of the market."""
    st.html(_opening(market, lang))


@remembered
def _opening(market: str, lang: Language) -> str:
    desk = warehouse().ask("market/desk", market=market).iloc[0]
    looked_after = pd.notna(desk["desk_id"])
    founded = pd.notna(desk["since_year"])
    return render(
        "desk",
        market=market,
        title=lang.pick(desk, "name"),
        desk=lang.pick(desk, "desk"),
        since=lang.t("since {year}", year=lang.month(desk["since_year"], desk["since_month"])) if founded else "",
        focus=lang.pick(desk, "focus"),
        url=desk["source_url"] if pd.notna(desk["source_url"]) else "",
        source=desk["publisher"] if looked_after else "",
        nobody=lang.t("No desk is named for this market."),
    )


def figures(market: str, lang: Language) -> None:
    """Up to five key figures; fewer where fewer exist."""
    rows = warehouse().ask("market/key_figures", market=market)
    coverage = warehouse().ask("market/coverage", market=market)
    shown = [
        _own_list(row, coverage, lang) if pd.isna(row["indicator_id"]) else _published(row, lang)
        for _, row in rows.iterrows()
    ]
    if shown:
        key_figures(shown)
    else:
        empty(lang.t("No figure has been published for this market yet, and our list holds no company from it."))


def _published(row: pd.Series, lang: Language) -> KeyFigure:
    label = names("indicator_types", lang)[row["indicator_id"]]
    return published_figure(row, lang, label=label, region=region_name(row["region"], lang))


def _own_list(row: pd.Series, coverage: pd.DataFrame, lang: Language) -> KeyFigure:
    """The number in our list; its meta says how much of the published number in the city that covers."""
    covered = ""
    if len(coverage):
        first = coverage.iloc[0]
        covered = lang.t(
            "{listed} of {value} in {region}",
            listed=lang.number(first["listed"]),
            value=lang.value(first["value"], "count", first["qualifier"]),
            region=region_name(first["region"], lang),
        )
    return KeyFigure(
        value=lang.number(row["value"]),
        label=lang.t("sites in our list"),
        meta=lang.t("City and region, as of {month}", month=lang.month(*warehouse().as_of)),
        change=covered,
    )
