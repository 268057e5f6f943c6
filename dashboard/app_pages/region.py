"""Region: which company is in which town of the Düsseldorf region, since when, and who moves where."""

import streamlit as st

from dashboard.language import Language
from dashboard.screen import page
from dashboard.screen.html import block, section
from dashboard.sections.region_maps import balance, kind_of_map, region_map, relocations
from dashboard.sections.region_view import PACE, View, advance, choose_way, choose_year, companies, is_playing

Chosen = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]


def through_the_years(chosen: Chosen, kind: str, playing: bool, lang: Language) -> None:
    """Year, map, balance and list: what runs again while the years play, without the rest of the page."""
    advance()
    if is_playing() != playing:
        st.rerun()  # the whole page: only it can start or stop the clock of this part
    year = choose_year(lang)
    left, right = st.columns([2.1, 1], gap="large")
    section(lang.t("Who moved where"), lang.t("Relocations between towns on record, each with its source."))
    view = View(*chosen, year, *choose_way(lang))
    with left:
        region_map(view, kind, lang)
    with right:
        balance(view, lang)
    relocations(view, lang)


lang = page.current_language()
block("head", title=lang.t("Region"), text=lang.t("Which company is in which town, and who moves where"))
chosen = companies(lang)
kind = kind_of_map(lang)
st.fragment(through_the_years, run_every=PACE if is_playing() else None)(chosen, kind, is_playing(), lang)
