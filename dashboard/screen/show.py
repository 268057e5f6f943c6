"""A page on the screen: what is chosen, then its sections, then what opens beside it."""

import streamlit as st

import dashboard.screen.overview  # noqa: F401 (says how its kinds of content are drawn)
from dashboard.content.choice import fields, without_asides
from dashboard.content.page import AnyPage, Aside
from dashboard.language import Language
from dashboard.questions import shared
from dashboard.screen import action, breakdown, controls, formula, groups, table  # noqa: F401 (they say how parts are drawn)
from dashboard.screen.choosing import notices, settle
from dashboard.screen.draw import Stage, draw, put
from dashboard.screen.html import empty


def show(page: AnyPage, lang: Language) -> None:
    """Settle the choice and draw the page."""
    reading = settle(page.choice, lang)
    stage = Stage(page, reading, lang)
    choice = without_asides(reading.choice)
    missing: list[str] = []
    for number, make in enumerate(page.sections):
        with st.container():  # keeps the place of what follows where one says less: figures are not rebuilt
            section = make(choice, lang)
            put(section, stage)
            missing.append(section.missing)
        if number == 0:
            notices(page.choice, reading, lang)
            to_add(page, lang)
    if page.nothing and (subjects := "; ".join(filter(None, missing))):
        empty(page.nothing(choice, lang, subjects))
    for field, make_aside in page.asides.items():
        if getattr(reading.choice, field):
            open_aside(make_aside(reading.choice, lang), field, stage)


def to_add(page: AnyPage, lang: Language) -> None:
    """Say which tables this page draws on have no rows yet: the page of a new city begins so."""
    bare = {row.name for row in shared.empty_tables()}
    if files := [f"{name}.csv" for name in page.needs if name in bare]:
        empty(lang.t("There is nothing yet in: {files}. Rows added there appear here.", files=lang.join(files)))


def open_aside(aside: Aside, field: str, stage: Stage) -> None:
    """Open a drawer or dialog; closed, it takes back the field that called for it."""
    key = dict(fields(stage.page.choice))[field].key

    def drawn() -> None:
        for part in aside.parts:
            draw(part, stage)

    def closed() -> None:
        st.query_params.pop(key, None)

    if aside.right:
        st.dialog(aside.title, on_dismiss=closed, position="right", width="medium")(drawn)()
    else:
        st.dialog(aside.title, on_dismiss=closed, width="large")(drawn)()
