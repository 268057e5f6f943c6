"""Relations: what is coming, what has been, whom to know, and which projects join several countries."""

import streamlit as st

from dashboard.screen import page
from dashboard.screen.html import block
from dashboard.sections.relations_choice import ask_for, key_numbers
from dashboard.sections.relations_coming import coming
from dashboard.sections.relations_institutions import institutions
from dashboard.sections.relations_projects import projects
from dashboard.sections.relations_rhythm import events

lang = page.current_language()
block(
    "head",
    title=lang.t("Relations"),
    text=lang.t("Dates, institutions and projects that join the city with its source markets"),
)
choice = ask_for(lang)
key_numbers(choice, lang)
for part in (coming, events, institutions, projects):
    with st.container():  # keeps the place of what follows where a section says less, so that figures are not rebuilt
        part(choice, lang)
