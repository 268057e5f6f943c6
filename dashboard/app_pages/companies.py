"""Companies: the whole list, to search, filter, sort and open."""

from functools import partial

import pandas as pd
import streamlit as st

from dashboard.charts.facets import facet_bars
from dashboard.content.figure import Caption
from dashboard.language import Language
from dashboard.screen import page
from dashboard.screen.figure import figure
from dashboard.screen.html import block
from dashboard.screen.sources import sources_of
from dashboard.sections.companies_card import card
from dashboard.sections.companies_filters import View, choose, toggle, words
from dashboard.sections.companies_table import table
from dashboard.warehouse import warehouse

MARKETS = 8


def bars(facet: str, title: str, rows: pd.DataFrame, view: View, lang: Language) -> None:
    """The numbers of one filter as a figure; a click on a column chooses its value. Nothing where none is left."""
    if not rows["companies"].any():
        return
    alt = lang.t("Columns: {values}.", values=lang.join([f"{r['name']} {r['companies']}" for _, r in rows.iterrows()]))
    caption = Caption(title, lang.t("Companies in our list that the other filters leave; a click filters"), alt)
    figure(
        facet_bars(rows, view.chosen[facet], lang, markets=facet == "market"), caption,
        sources_of(rows, counted=lang.t("Our documented list, those that left included")), lang,
        key=f"by-{facet}", on_click=partial(toggle, facet),
        narrow={"height": 220, "margin": {"b": 76, "l": 28}, "xaxis": {"tickfont": {"size": 11}, "tickangle": -42}},
    )  # fmt: skip


def named(facet: str, counts: pd.DataFrame, lang: Language) -> pd.DataFrame:
    """The counts of one filter with `name`, in the order of its words."""
    of_facet = counts[counts["facet"] == facet].set_index("value")
    names = {value: name for value, name in words(facet, lang).items() if value in of_facet.index}
    return of_facet.loc[list(names)].assign(name=list(names.values())).reset_index()


lang = page.current_language()
block("head", title=lang.t("Companies"), text=lang.t("Our documented list, not a complete register"))
view = choose(lang)
counts = warehouse().ask("companies/facets", **view.parameters())
total = int(counts.loc[counts["facet"] == "all", "companies"].iloc[0])
left, right = st.columns([1.4, 1], gap="large")
with left:
    by_market = named("market", counts, lang).sort_values("companies", ascending=False, kind="stable")
    bars("market", lang.t("The largest source markets"), by_market.head(MARKETS), view, lang)
with right:
    bars("period", lang.t("When they arrived"), named("period", counts, lang), view, lang)
table(view, total, lang)
card(lang)
