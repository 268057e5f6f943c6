"""Charts: a DataFrame in, a Plotly figure out. No SQL, no Streamlit; the page, the stand and the briefing share them."""
