"""Talent: people from the source markets, who lives, studies and works here."""

import streamlit as st

from dashboard.screen import page
from dashboard.screen.html import block, empty, section
from dashboard.sections.talent_choice import ask_for, base_text, newest
from dashboard.sections.talent_figures import figures
from dashboard.sections.talent_lists import lists, rule_text
from dashboard.sections.talent_pipeline import rise

lang = page.current_language()
block(
    "head",
    title=lang.t("Talent"),
    text=lang.t("People from the source markets: who lives, studies and works here"),
)
choice = ask_for(lang)
if not choice.markets:
    empty(lang.t("Choose at least one source market above; then its people stand here in numbers."))
    st.stop()
newest(choice, lang)
st.caption(lang.t("The newest count of each country; only numbers with the same definition and year can be compared."))
if base := base_text(choice.measure, lang):
    st.caption(base)

with st.container():  # keeps the place of what follows where a section says less, so that figures are not rebuilt
    section(
        lang.t("Residents"),
        lang.t("City, state and country by the official statistics; then every other count, each by itself."),
    )
    titles = lang.t("Residents by nationality"), lang.t("Residents by other counts")
    figures(choice, "residents", titles, lang.t("residents"), lang, key="talent-residents")
with st.container():
    section(lang.t("Students and pupils"), lang.t("Who studies, who starts to, and who goes to school here."))
    titles = lang.t("Students by nationality"), lang.t("Students and pupils by other counts")
    figures(choice, "students", titles, lang.t("students and pupils"), lang, key="talent-students")
with st.container():
    section(
        lang.t("Skilled workers and EU Blue Cards"),
        lang.t("Who works here, and who holds an EU Blue Card; all countries together for comparison."),
    )
    titles = "", lang.t("Employees and EU Blue Cards")
    figures(choice, "work", titles, lang.t("skilled workers and EU Blue Cards"), lang, key="talent-work", total=True)
rise(lang)
section(lang.t("Agreements, schools, signals"), rule_text(lang))
lists(choice.markets, lang)
with st.container():
    titles = "", lang.t("Partnerships of schools and universities")
    what = lang.t("partnerships of schools and universities")
    figures(choice, "schools", titles, what, lang, key="talent-partnerships")
