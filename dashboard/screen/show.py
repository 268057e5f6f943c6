"""A page on the screen: what is chosen, then its sections, then what opens beside it."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from dashboard.content.choice import fields, without_asides
from dashboard.content.page import AnyPage, Aside
from dashboard.content.parts import Nothing, Section
from dashboard.language import Language
from dashboard.questions import shared

# ruff: noqa: F401 (these say how parts are drawn)
from dashboard.screen import action, breakdown, controls, formula, groups, listing, measures, overview, own_file, table
from dashboard.screen.address import rewrite
from dashboard.screen.briefing import briefing_button
from dashboard.screen.choosing import notices, settle
from dashboard.screen.copying import copy_link
from dashboard.screen.draw import Stage, draw, put
from dashboard.screen.html import empty
from dashboard.screen.page import title
from dashboard.screen.playing import by_itself
from dashboard.screen.taking import page_menu


def show(page: AnyPage, lang: Language) -> None:
    """Settle the choice and draw the page."""
    stage = Stage(page, settle(page.choice, lang), lang)
    title(page.titled(stage.reading, lang))
    opening = put_in_place(page.sections[0], stage)
    briefing_button(stage.view)
    notices(page.choice, stage.reading, lang)
    to_add(page, lang)

    def following(stage: Stage) -> None:
        missing = [opening, *(put_in_place(make, stage) for make in page.sections[1:])]
        if page.nothing and (subjects := "; ".join(filter(None, missing))):
            empty(page.nothing(without_asides(stage.reading.choice), lang, subjects))
        st.html(page_menu(stage.view))

    if page.plays:
        by_itself(stage, following)
    else:
        following(stage)
    for field, make_aside in page.asides.items():
        if getattr(stage.reading.choice, field):
            open_aside(make_aside(stage.reading.choice, lang), field, stage)


def put_in_place(make: Callable[[Any, Language], Section], stage: Stage) -> str:
    """Draw a section where it keeps the place of what follows if it says less: figures are not rebuilt. Returns what
    it has nothing about."""
    with st.container():
        section = make(without_asides(stage.reading.choice), stage.lang)
        put(section, stage)
    return section.missing


def to_add(page: AnyPage, lang: Language) -> None:
    """Say which tables this page draws on have no rows yet: the page of a new city begins so."""
    bare = {row.name for row in shared.empty_tables()}
    if files := [f"{name}.csv" for name in page.needs if name in bare]:
        empty(lang.t("There is nothing yet in: {files}. Rows added there appear here.", files=lang.join(files)))


def open_aside(aside: Aside | Nothing, name: str, stage: Stage) -> None:
    """Open a drawer or dialog; closed, it takes back the field that called for it."""
    if isinstance(aside, Nothing):
        st.info(aside.text, icon=":material/info:")
        return
    parts, key = aside.parts, dict(fields(stage.page.choice))[name].key

    def drawn() -> None:
        for part in parts:
            draw(part, stage)
        copy_link(stage.lang, key=f"copy-{key}")

    def closed() -> None:
        rewrite({key: []})

    if aside.right:
        st.dialog(aside.title, on_dismiss=closed, position="right", width="medium")(drawn)()
    else:
        st.dialog(aside.title, on_dismiss=closed, width="large")(drawn)()
