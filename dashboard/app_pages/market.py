"""Market: all we know of one source market, in the order a reader asks for it."""

import streamlit as st

from dashboard.parts import filters, page
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
offered = warehouse().ask("market/markets")
options = dict(zip(offered["market"], offered[f"name_{lang.code}"], strict=True))
shapes = dict(zip(offered["market"], offered["iso3"], strict=True))
head, choice = st.columns([3, 1], vertical_alignment="top", gap="large")
with choice:
    market = filters.one(lang.t("Market"), options, lang, key="market", default="JP", label_visibility="collapsed")
name = options[market]
with head:
    opening(market, lang)
figures(market, lang)
counts(market, name, lang)
sectors(market, name, lang)
milestones(market, name, lang)
places(market, shapes[market], name, lang)
people(market, name, lang)
trade(market, name, lang)
network(market, lang)
companies(market, lang)
