"""A page on the screen: what is chosen, then its sections, then what opens beside it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import replace

import streamlit as st

from dashboard.content.choice import fields, without_asides
from dashboard.content.page import AnyPage, Aside
from dashboard.content.parts import Nothing, Section
from dashboard.content.unanswered import unanswered
from dashboard.content.view import chosen
from dashboard.language import Language
from dashboard.questions import shared

# ruff: noqa: F401 (these say how parts are drawn)
from dashboard.screen import (
    action,
    again,
    breakdown,
    controls,
    draw,
    formula,
    groups,
    listing,
    measures,
    overview,
    own_file,
    table,
)
from dashboard.screen.address import rewrite
from dashboard.screen.briefing import briefing_button
from dashboard.screen.choosing import notices, settle
from dashboard.screen.copying import copy_link
from dashboard.screen.html import empty, render
from dashboard.screen.page import foot, title
from dashboard.screen.passage import Passage
from dashboard.screen.playing import by_itself
from dashboard.screen.seen import dialog
from dashboard.screen.stage import Item, Stage, items, put, section_items, whole
from dashboard.screen.taking import page_menu
from dashboard.screen.without import show_without
from dashboard.warehouse.engine.fault import EngineFault

Make = Callable[[], Section]
UNANSWERED = "unanswered"  # sections of this key that follow one another say it once
TOGETHER = 3  # sections: few elements, but what is made first is not kept waiting for all the rest


def show(page: AnyPage, lang: Language) -> None:
    """Settle the choice and draw the page. Raises EngineFault where nothing more of it can be shown."""
    try:
        stage = Stage(chosen(page, settle(page.choice, lang), lang))
        title(page.titled(stage.reading, lang))
        makers, first = _makers(stage), stage.reading
        opening = makers[0]()
    except EngineFault:
        show_without(page, lang)
        raise
    put_in_place(list(section_items(opening, stage)), stage, "0")
    briefing_button(stage.view)
    notices(page.choice, stage.reading, lang)
    to_add(page, lang)

    def following(stage: Stage) -> None:
        missing = [opening.missing]
        renewed = makers if stage.reading is first else _makers(stage)
        for at in range(1, max(2, len(page.sections)), TOGETHER):
            found = made(renewed[at : at + TOGETHER], stage, missing)
            is_last = at + TOGETHER >= len(page.sections)
            put_in_place([*found, *(ending(missing, stage) if is_last else ())], stage, str(at))

    if page.plays:
        by_itself(stage, following)
    else:
        following(stage)
    for field, make_aside in page.asides.items():
        if getattr(stage.reading.choice, field):
            open_aside(make_aside(stage.reading.choice, lang), field, stage)


def _makers(stage: Stage) -> list[Make]:
    """The page's sections, in their order."""
    return stage.page.makers(without_asides(stage.reading.choice), stage.lang)


def made(makers: Sequence[Make], stage: Stage, missing: list[str]) -> list[Item]:
    """What stands in these sections; `missing` takes what they have nothing about."""
    sections = [_section(make, stage.lang) for make in makers]
    missing += [section.missing for section in sections]
    keys = ["", *(section.key for section in sections)]
    told = [
        section for section, before in zip(sections, keys, strict=False) if (section.key, before) != (UNANSWERED,) * 2
    ]
    return [item for section in told for item in section_items(section, stage)]


def _section(make: Make, lang: Language) -> Section:
    """It, or, where the engine does not answer, that it does not: the others are shown all the same."""
    try:
        return make()
    except EngineFault as fault:
        again.note("a section", fault)
        again.look_again(fault)
        return Section(UNANSWERED, parts=(Nothing(unanswered(fault, lang)),))


def put_in_place(found: list[Item], stage: Stage, place: str) -> None:
    """Draw them as one element, so that what follows keeps its place if they say less: figures are not rebuilt."""
    is_one = len(found) == 1 or whole(found) is not None
    with nullcontext() if is_one else st.container():
        put(found, replace(stage, place=f"{stage.page.name}-{place}"))


def ending(missing: list[str], stage: Stage) -> Iterator[Passage]:
    """What there is nothing about, and how the page is taken along."""
    if stage.page.nothing and (subjects := "; ".join(filter(None, missing))):
        said = stage.page.nothing(without_asides(stage.reading.choice), stage.lang, subjects)
        yield Passage.html(render("empty", text=said))
    yield Passage.html(page_menu(stage.view))
    yield foot(stage.lang)


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
        put(items(parts, stage), replace(stage, place=f"{stage.page.name}-{name}"))
        copy_link(stage.lang, key=f"copy-{key}")

    def closed() -> None:
        rewrite({key: []})

    if aside.right:
        dialog(aside.title, drawn, on_dismiss=closed, position="right", width="medium")
    else:
        dialog(aside.title, drawn, on_dismiss=closed, width="large")
