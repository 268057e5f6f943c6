"""The stand's one page: the scenes of the loop, and above them the visitor or staff."""

import streamlit as st

from dashboard.screen import page
from dashboard.speaking import language
from dashboard.stand.desk import stand
from dashboard.stand.loop import draw_loop
from dashboard.stand.screen import screen, style
from dashboard.warehouse import warehouse

warehouse().refresh()
st.set_page_config(page_icon=page.ICON, page_title=language(stand().language).city, layout="wide")
style()
shows = stand().shows()  # before the scenes are made: what changes meanwhile is news
screen(draw_loop(stand()), shows)
