"""What the reader wants to see of people: markets, region, measure; and the key figures of that choice."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from dashboard.charts.base import records
from dashboard.language import Language
from dashboard.screen import filters
from dashboard.screen.html import empty
from dashboard.screen.key_figures import KeyFigure, key_figures, published_figure
from dashboard.screen.names import names, region_name
from dashboard.warehouse import warehouse

CORE = ["JP", "CN", "IN", "KR", "US"]
MOST = 6
ALL = "all"  # of markets: all countries together; of regions: every region
CITY = "DUS"
SUBJECTS = ("residents", "students", "work", "schools")


@dataclass(frozen=True)
class Choice:
    """A complete choice; `region` is a code or `all`, `measure` absolute, per-1000 or per-million."""

    markets: tuple[str, ...]
    region: str
    measure: str


def ask_for(lang: Language) -> Choice:
    """Draw the three filters and return the answer; `markets` may be empty."""
    offered = warehouse().ask("shared/markets")
    options = dict(zip(offered["market"], offered[f"name_{lang.code}"], strict=True))
    market_box, region_box, measure_box = st.columns([2, 1.1, 2.5])
    with market_box:
        markets = filters.many(lang.t("Source markets"), options, lang, key="markets", default=CORE, most=MOST)
    with region_box:
        found = warehouse().ask("talent/regions", subjects=SUBJECTS, markets=(*options, ALL), measure="absolute")
        regions = {ALL: lang.t("City, state and country")}
        regions |= {code: region_name(code, lang) for code in found["region"]}
        region = filters.one(lang.t("Region"), regions, lang, key="region", default=ALL)
    with measure_box:
        words = {measure: measure_text(measure, lang) for measure in ("absolute", "per-1000", "per-million")}
        measure = filters.one(
            lang.t("Measure"), words, lang, key="measure", default="absolute",
            widget=st.segmented_control, required=True, wrap=True,
        )  # fmt: skip
    return Choice(tuple(markets), region, measure)


def measure_text(measure: str, lang: Language) -> str:
    """The measure's name."""
    return {
        "absolute": lang.t("Absolute"),
        "per-1000": lang.t("Per 1,000 inhabitants here"),
        "per-million": lang.t("Per million in the country of origin"),
    }[measure]


def base_text(measure: str, lang: Language) -> str:
    """What a measure's values are divided by, and where that is not known; empty for absolute numbers."""
    if measure == "per-million":
        return lang.t("Base: inhabitants of the country of origin according to GeoNames, which names no year for them.")
    if measure == "absolute":
        return ""
    known = warehouse().ask("talent/inhabitants")
    years = [
        f"{region_name(str(region), lang)} {lang.join([str(year) for year in rows['year']])}"
        for region, rows in known.groupby("region", sort=False)
    ]
    return lang.t(
        "Base: all inhabitants of the same region in the same year. That number is on record for {years}; for other "
        "regions and years it is not known, and nothing is shown.",
        years="; ".join(years),
    )


def newest(choice: Choice, lang: Language) -> None:
    """The newest number of residents for each chosen market, in the chosen region (the city, if all are shown)."""
    region = CITY if choice.region == ALL else choice.region
    rows = warehouse().ask("talent/residents", markets=choice.markets, region=region)
    if len(rows):
        key_figures([key_figure(row, region, lang) for _, row in rows.iterrows()])
    missing = [name for code, name in market_names(choice, lang).items() if code not in set(rows["market"])]
    if missing:
        empty(
            lang.t(
                "No count of the residents from {names} is on record for this region: {region}.",
                names=lang.join(missing),
                region=region_name(region, lang),
            )
        )


def key_figure(row: pd.Series, region: str, lang: Language) -> KeyFigure:
    """Market and definition stand together, because the definitions differ from market to market."""
    label = f"{lang.pick(row, 'market')}: {lang.pick(row, 'name')}"
    return published_figure(row, lang, label=label, region=region_name(region, lang))


def market_names(choice: Choice, lang: Language) -> dict[str, str]:
    """Code -> name of the chosen markets."""
    known = names("markets", lang)
    return {code: known[code] for code in choice.markets}


def regions_with(subject: str, choice: Choice, markets: tuple[str, ...], lang: Language) -> list[str]:
    """The names of the regions for which the subject has figures in the chosen measure."""
    rows = warehouse().ask("talent/regions", subjects=(subject,), markets=markets, measure=choice.measure)
    return [region_name(row["region"], lang) for row in records(rows)]
