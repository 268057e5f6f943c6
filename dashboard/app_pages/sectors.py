"""Sectors and focus themes: who works in what, seen through a theme, and what came when."""

import streamlit as st

from dashboard.language import Language
from dashboard.parts import filters, page
from dashboard.parts.html import block, empty
from dashboard.sections.sectors_matrix import matrix
from dashboard.sections.sectors_shift import shift
from dashboard.warehouse import warehouse

MOST = 12
COLUMNS = 9  # markets shown at first: the core ones and the next largest


def choose_theme(lang: Language) -> str | None:
    """The lens: a focus theme, or None for all companies; what the theme means stands below."""
    themes = warehouse().ask("sectors/themes")
    words = {"all": lang.t("All sectors")} | dict(zip(themes["theme_id"], themes[f"name_{lang.code}"], strict=True))
    theme = filters.one(
        lang.t("Focus theme"), words, lang, key="theme", default="all",
        widget=st.segmented_control, required=True, wrap=True,
    )  # fmt: skip
    if theme == "all":
        return None
    chosen = themes[themes["theme_id"] == theme].iloc[0]
    number = lang.n("{count} company in our list", "{count} companies in our list", int(chosen["companies"]))
    block("definition", label=number, text=lang.pick(chosen, "description"))
    return theme


lang = page.current_language()
block("head", css="", title=lang.t("Sectors and focus themes"), text=lang.t("Who works in what, and what came when"))
offered = warehouse().ask("shared/markets")
listed = offered[offered["companies"] > 0]
options = dict(zip(listed["market"], listed[f"name_{lang.code}"], strict=True))
theme_box, market_box = st.columns([1.2, 2], gap="large")
with theme_box:
    theme = choose_theme(lang)
with market_box:
    markets = filters.many(
        lang.t("Source markets"), options, lang, key="markets", default=list(options)[:COLUMNS], most=MOST
    )
if markets:
    matrix(markets, theme, lang)
else:
    empty(lang.t("Choose at least one source market above."))
shift(options, theme, lang)
