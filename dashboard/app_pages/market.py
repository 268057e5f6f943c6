"""Market: all we know of one source market, in the order a reader asks for it."""

from functools import partial

import streamlit as st

from dashboard.screen import filters, page
from dashboard.screen.html import empty
from dashboard.sections.market_companies import companies
from dashboard.sections.market_counts import counts
from dashboard.sections.market_milestones import milestones
from dashboard.sections.market_network import network
from dashboard.sections.market_opening import figures, opening
from dashboard.sections.market_places import places
from dashboard.sections.market_sectors import sectors
from dashboard.sections.market_series import people, trade
from dashboard.warehouse import warehouse

lang = page.current_language()
offered = warehouse().ask("shared/markets")
options = dict(zip(offered["market"], offered[f"name_{lang.code}"], strict=True))
shapes = dict(zip(offered["market"], offered["iso3"], strict=True))
head, choice = st.columns([3, 1], vertical_alignment="top", gap="large")
with choice:
    market = filters.one(lang.t("Market"), options, lang, key="market", default="JP", label_visibility="collapsed")
name = options[market]
with head:
    opening(market, lang)
figures(market, lang)
sections = [
    partial(counts, market, name, lang),
    partial(sectors, market, name, lang),
    partial(milestones, market, name, lang),
    partial(places, market, shapes[market], name, lang),
    partial(people, market, name, lang),
    partial(trade, market, name, lang),
    partial(network, market, lang),
    partial(companies, market, lang),
]
missing: list[str] = []
for section in sections:
    with st.container():  # keeps the place of what follows where a section says less, so that figures are not rebuilt
        missing.append(section())
if subjects := "; ".join(filter(None, missing)):
    empty(lang.t("Nothing is on record for {country} about: {subjects}.", country=name, subjects=subjects))
