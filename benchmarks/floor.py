"""The floor: the least a Streamlit page does for a click, swapping one text."""

import streamlit as st

choice = st.selectbox("Markt", ["Japan", "China", "Indien", "Südkorea", "USA"], key="market")
st.html(f"<h1>{choice}</h1>")
