"""What the reader weighs: five components, the minimum confidence, markets and sectors; all in the address."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from dashboard.language import Language
from dashboard.screen import filters
from dashboard.screen.names import names
from dashboard.warehouse import warehouse

COMPONENTS = ("projects", "companies", "arrivals", "signals", "gap")  # the order of $weights in outlook/score.sql
COUNTRY_WIDE = ("projects", "companies", "gap")  # one value for all sectors of a market
USUAL = "50"
LEAST = "60"


@dataclass(frozen=True)
class Choice:
    """A complete choice; weights 0..100 in the order of COMPONENTS, `least` confidence 0..1."""

    weights: tuple[float, ...]
    least: float
    markets: tuple[str, ...]
    sectors: tuple[str, ...]

    def scores(self) -> pd.DataFrame:
        """The ranking of all pairs, narrowed to the chosen markets and sectors (ranks stay those among all)."""
        rows = warehouse().ask("outlook/score", weights=self.weights, least=self.least)
        of_market = rows["market"].isin(self.markets) if self.markets else rows["market"].notna()
        of_sector = rows["sector_id"].isin(self.sectors) if self.sectors else rows["sector_id"].notna()
        return rows[of_market & of_sector]


def titles(lang: Language) -> dict[str, str]:
    """The components by their code, in the order of the weights."""
    return {
        "projects": lang.t("Investment projects"),
        "companies": lang.t("Company counts"),
        "arrivals": lang.t("Recent arrivals"),
        "signals": lang.t("Signals"),
        "gap": lang.t("Gap to Germany"),
    }


def ask_for(lang: Language) -> Choice:
    """Draw the sliders and filters; returns what is chosen."""
    weights = choose_weights(lang)
    offered = warehouse().ask("outlook/levels", market=None, sector=None)
    markets = {code: name for code, name in names("markets", lang).items() if code in set(offered["market"])}
    sectors = {code: name for code, name in names("sectors", lang).items() if code in set(offered["sector_id"])}
    market_box, sector_box, least_box = st.columns([1.2, 1.2, 1], gap="medium")
    with market_box:
        chosen_markets = filters.many(lang.t("Source markets"), markets, lang, key="markets", default=[],
                                      most=len(markets), placeholder=lang.t("all"))  # fmt: skip
    with sector_box:
        chosen_sectors = filters.many(lang.t("Sectors"), sectors, lang, key="sectors", default=[],
                                      most=len(sectors), placeholder=lang.t("all"))  # fmt: skip
    with least_box:
        shares = {str(n): lang.percent(n / 100) for n in range(0, 101, 20)}
        least = filters.one(lang.t("Minimum confidence"), shares, lang, key="least", default=LEAST,
                            widget=st.select_slider)  # fmt: skip
    return Choice(weights, int(least) / 100, tuple(chosen_markets), tuple(chosen_sectors))


def choose_weights(lang: Language) -> tuple[float, ...]:
    """The five sliders; 0 leaves a component out."""
    steps = {str(n): lang.t("off") if n == 0 else str(n) for n in range(0, 101, 10)}
    weights = []
    with st.container(key="outlook-weights"):
        for column, (component, title) in zip(st.columns(5, gap="medium"), titles(lang).items(), strict=True):
            with column:
                weight = filters.one(title, steps, lang, key=component, default=USUAL, widget=st.select_slider)
                weights.append(float(weight))
    st.button(
        lang.t("Equal weights"), on_click=reset, key="outlook-reset", type="tertiary", icon=":material/undo:",
        disabled=all(weight == float(USUAL) for weight in weights),
    )  # fmt: skip
    return tuple(weights)


def reset() -> None:
    """Every component counts as much as the others again."""
    for component in COMPONENTS:
        st.session_state[component] = USUAL
