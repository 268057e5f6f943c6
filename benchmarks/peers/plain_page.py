"""The page in Streamlit as anyone would write it, each figure by `st.plotly_chart`."""

import streamlit as st

from benchmarks.peers.shown import CONFIG, keys, offered, shown

st.set_page_config(layout="wide")
markets = offered()
market = shown(markets[st.selectbox("Market", list(markets), key="market")])
st.title(market.title)
for key in keys():
    st.plotly_chart(market.figures[key], key=key, theme=None, config=CONFIG)
st.html(market.words)
