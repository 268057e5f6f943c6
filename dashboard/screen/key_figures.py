"""The row of key figures: value, what it counts, year and region, change, source; the same on every page."""

from dataclasses import dataclass

import pandas as pd

from dashboard.language import Language
from dashboard.screen.html import block


@dataclass(frozen=True)
class KeyFigure:
    """One number as it stands on screen; every text is in the reader's language."""

    value: str
    label: str
    meta: str
    change: str = ""
    source_name: str = ""
    source_title: str = ""
    source_url: str = ""


def key_figures(figures: list[KeyFigure]) -> None:
    """Draw the row; figures without a value are left out by the caller."""
    block("kpis", figures=figures)


def published_figure(row: pd.Series, lang: Language, *, label: str, region: str) -> KeyFigure:
    """A key figure from a row of the view `latest_value` (value, unit, qualifier, year, previous_*, source columns)."""
    return KeyFigure(
        value=lang.value(row["value"], row["unit"], row["qualifier"]),
        label=label,
        meta=f"{region}, {int(row['year'])}",
        change=change_text(row, lang),
        source_name=row["publisher"],
        source_title=row["source_title"],
        source_url=row["source_url"] or "",
    )


def change_text(row: pd.Series, lang: Language) -> str:
    """`+11 % seit 2019` from `change` and `previous_year` of the same series; empty without an earlier value, and where
    one of the two is only a bound (`< 700`), which tells of no change."""
    hedges = {row["qualifier"], row["previous_qualifier"]}
    if pd.isna(row["change"]) or row["unit"] == "percent" or hedges & {"more-than", "less-than"}:
        return ""
    year, hedge = int(row["previous_year"]), "approx" if "approx" in hedges else "exact"
    if round(row["change"], 2) == 0:
        same = lang.t("unchanged since {year}") if hedge == "exact" else lang.t("about the same since {year}")
        return same.format(year=year)
    change = lang.hedged(lang.percent(row["change"], signed=True), hedge)
    return lang.t("{change} since {year}", change=change, year=year)
