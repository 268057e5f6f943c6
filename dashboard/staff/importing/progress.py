"""How far it is: a bar with the step in words."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st

from dashboard.intake.steps import Step
from dashboard.language import Language

Report = Callable[[str, int], None]  # a step, and how many rows of it are done
MANY = 1000  # rows, from which on they are counted
STEPS = (*Step, "whole", "figures", "keep", "check", "build", "write")  # in this order


@contextmanager
def progress(lang: Language, name: str) -> Iterator[Report]:
    """A bar for as long as it is within, seen wherever the page is scrolled to; another `name` for each in a run."""
    place = st.container(key=f"pw-progress-{name}").empty()
    bar = place.progress(0.0, lang.t("It begins …"))
    words = _words(lang)

    def report(step: str, rows: int = 0) -> None:
        count = lang.n("{count} row", "{count} rows", rows)
        told = f"{words[step]} ({count})" if rows >= MANY else words[step]
        bar.progress((STEPS.index(step) + 1) / (len(STEPS) + 1), told)

    try:
        yield report
    finally:
        place.empty()


def _words(lang: Language) -> dict[str, str]:
    return {
        Step.READING: lang.t("The file is read"),
        Step.MATCHING: lang.t("Columns are recognised"),
        Step.WORDS: lang.t("Words become codes"),
        Step.SAME: lang.t("Known companies are looked for"),
        Step.COMPARING: lang.t("Rows are compared"),
        Step.CHECKING: lang.t("Rows are checked"),
        Step.WRITING: lang.t("The table is put together"),
        "whole": lang.t("The facts are checked as a whole"),
        "figures": lang.t("The key figures are computed"),
        "keep": lang.t("The new content is stored"),
        "check": lang.t("The facts are checked as a whole"),
        "build": lang.t("Pages are made ready"),
        "write": lang.t("The version is written"),
    }
