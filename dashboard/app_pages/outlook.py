"""Outlook: where the next arrivals may come from, with every reason on the table."""

from dashboard.screen import page
from dashboard.screen.html import block, empty, section
from dashboard.sections.outlook_choice import ask_for
from dashboard.sections.outlook_ranking import download, matrix, ranking, stability, stable_text
from dashboard.sections.outlook_reasons import formula, reasons

lang = page.current_language()
block("head", title=lang.t("Outlook"), text=lang.t("Where the next arrivals may come from"))
block("definition", label=lang.t("What you can weigh"), text=lang.t(
    "Five components, each from facts on record. Move a weight, and the order follows; 0 leaves a component out."
))  # fmt: skip
choice = ask_for(lang)
scores = choice.scores()
if scores.empty:
    empty(
        lang.t("Nothing is left to rank: lower the minimum confidence, choose more markets or give a component weight.")
    )
else:
    ranking(scores, lang)
    section(lang.t("How sure is that?"), stable_text(scores, lang))
    stability(scores, lang)
    matrix(scores, lang)
    download(scores, lang)
formula(lang)
reasons(choice, lang)
