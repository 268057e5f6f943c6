"""Compare: two to six markets by any published figure, side by side."""

import streamlit as st

from dashboard.screen import filters, page
from dashboard.screen.html import block, empty
from dashboard.sections.compare_figures import chosen_lines, chosen_ranking, definition, values_table
from dashboard.sections.compare_findings import findings
from dashboard.sections.compare_overall import scorecard, sectors
from dashboard.sections.compare_question import Question, ask_for
from dashboard.warehouse import warehouse

MOST = 6
CORE = ["JP", "CN", "IN", "KR", "US"]

lang = page.current_language()
offered = warehouse().ask("shared/markets")
options = dict(zip(offered["market"], offered[f"name_{lang.code}"], strict=True))
block(
    "head",
    title=lang.t("Compare"),
    text=lang.t("Two to six source markets by any published figure"),
)
markets = filters.many(lang.t("Source markets"), options, lang, key="markets", default=CORE, most=MOST)
if len(markets) < 2:
    empty(lang.t("Choose at least two source markets above; then their figures stand here side by side."))
    st.stop()
names = {market: options[market] for market in markets}
question: Question | None = ask_for(markets, lang)
if question is None:
    empty(lang.t("For these markets no figure has been published often enough to be compared over time."))
else:
    findings(question, names, lang)
    left, right = st.columns([1.9, 1], gap="large")
    with left:
        chosen_lines(question, names, lang)
    with right:
        chosen_ranking(question, lang)
    definition(question, lang)
    values_table(question, names, lang)
scorecard(markets, names, lang)
sectors(markets, names, lang)
