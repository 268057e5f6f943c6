"""Charts: a DataFrame in, a Plotly figure out. No SQL, no Streamlit; page, stand and briefing share them."""
