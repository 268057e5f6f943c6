"""People, trade and investment over time: each definition and region its own panel."""

from typing import Any

import pandas as pd

from dashboard.charts.panels import SHOWN, panels, stacked
from dashboard.language import Language
from dashboard.parts.figure import Caption, figure
from dashboard.parts.html import block, empty, section
from dashboard.parts.names import region_name
from dashboard.parts.sources import sources_of
from dashboard.warehouse import warehouse


def people(market: str, name: str, lang: Language) -> None:
    """Residents, students, skilled workers."""
    section(lang.t("The people"), lang.t("How many live, study and work here, by whose count."))
    caption = lang.t("{country}: residents, students, skilled workers", country=name)
    _series(market, ["people", "talent"], caption, lang, key="market-people",
            nothing=lang.t("No number of residents, students or skilled workers from this market has been published that we know of."))  # fmt: skip


def trade(market: str, name: str, lang: Language) -> None:
    """Trade, investment projects and the jobs they bring."""
    section(lang.t("Trade and investment"), lang.t("What is exchanged, and what is invested."))
    caption = lang.t("{country}: trade, investment projects and jobs", country=name)
    _series(market, ["trade", "investment", "jobs"], caption, lang, key="market-trade",
            nothing=lang.t("No figure on trade or investment with this market has been published that we know of."))  # fmt: skip


def _series(market: str, groups: list[str], title: str, lang: Language, *, key: str, nothing: str) -> None:
    """Panels for the longest series with two points or more, a list for the others."""
    rows = warehouse().ask("market/series", market=market, groups=groups)
    if rows.empty:
        empty(nothing)
        return
    rows["region_name"] = [region_name(region, lang) for region in rows["region"]]
    drawn = rows[(rows["points"] > 1)]
    drawn = drawn[drawn["position"].isin(sorted(drawn["position"].unique())[:SHOWN])]
    if len(drawn):
        _panels(drawn, market, title, lang, key)
    others = rows[~rows["position"].isin(drawn["position"]) & rows["is_latest"]]
    block(
        "definitions",
        title=lang.t("Also published") if len(drawn) else lang.t("Published"),
        subtitle=lang.t("Newest value of each; single figures and shorter series"),
        items=[_single(row, lang) | {"number": number} for number, (_, row) in enumerate(others.iterrows(), 1)],
    )


def _panels(drawn: pd.DataFrame, market: str, title: str, lang: Language, key: str) -> None:
    chart = panels(drawn, market, lang)
    first = drawn[drawn["position"] == drawn["position"].min()].iloc[-1]
    caption = Caption(
        title,
        lang.t("Each panel is one definition and region, from zero; {first}–{last}",
               first=int(drawn["year"].min()), last=int(drawn["year"].max())),
        lang.t("{count} panels; {name}, {region}: {value} in {year}.", count=len(drawn["position"].unique()),
               name=lang.pick(first, "name"), region=first["region_name"], year=int(first["year"]),
               value=lang.value(first["value"], first["unit"], first["qualifier"])),
    )  # fmt: skip
    counted = lang.t("≈ about, > more than, < fewer than")
    figure(chart, caption, sources_of(drawn, counted=counted), lang, key=key, narrow=stacked(chart))


def _single(row: pd.Series, lang: Language) -> dict[str, Any]:
    return {
        "name": lang.pick(row, "name"),
        "region": row["region_name"],
        "value": f"{lang.value(row['value'], row['unit'], row['qualifier'])} ({int(row['year'])})",
        "text": "",
        "url": row["url"] if pd.notna(row["url"]) else "",
        "source": row["publisher"],
    }
