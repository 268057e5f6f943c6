"""A Streamlit server of `plain_page.py`, with the outlines that its maps are drawn from."""

from pathlib import Path

import streamlit as st

from dashboard.routes import FILES

app = st.App(Path(__file__).with_name("plain_page.py"), routes=FILES)
