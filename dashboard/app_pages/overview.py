"""Overview: the world in pocket format on one screen."""

import streamlit as st

st.write("…")
