"""Every kind of content as Streamlit draws it; a kind of a page's own is registered in a module beside this one."""

from dataclasses import dataclass
from functools import partial, singledispatch
from typing import Any, Literal

import streamlit as st

from dashboard.content import parts
from dashboard.content.choice import Reading
from dashboard.content.figure import Figure
from dashboard.content.page import AnyPage
from dashboard.content.part import Part
from dashboard.language import Language
from dashboard.link import Go
from dashboard.screen import playing
from dashboard.screen.choosing import control, follow
from dashboard.screen.figure import put_figure
from dashboard.screen.html import block, empty, render
from dashboard.screen.markdown import plain
from dashboard.screen.pickable import pickable
from dashboard.screen.sources import sources_button


@dataclass(frozen=True)
class Stage:
    """What parts are drawn on: a page with what has been chosen, for readers of a language."""

    page: AnyPage
    reading: Reading[Any]
    lang: Language

    def follow(self, encoded: str) -> None:
        """Go where a click leads (a callback): the whole page runs again, also where a part of it did by itself."""
        follow(Go.decoded(encoded), self.page.name, self.page.choice)
        st.rerun()


def put(section: parts.Section, stage: Stage) -> None:
    """Draw a section: its heading and its parts."""
    if section.title:
        block("section", title=section.title, text=section.text)
    for part in section.parts:
        draw(part, stage)


@singledispatch
def draw(part: Part, stage: Stage) -> None:  # noqa: ARG001 (those registered below use it)
    """Draw one part of a page."""
    raise TypeError(f"nobody has said how a {type(part).__name__} is drawn on the screen")


@draw.register
def _(part: parts.Head, _: Stage) -> None:
    block("head", title=part.title, text=part.text, market=part.market)


@draw.register
def _(part: parts.Note, _: Stage) -> None:
    if part.label:
        block("definition", label=part.label, text=part.text)
    else:
        st.caption(plain(part.text))


@draw.register
def _(part: parts.Nothing, _: Stage) -> None:
    empty(part.text)


@draw.register
def _(part: parts.Control, stage: Stage) -> None:
    if part.field == stage.page.plays:
        playing.control_with_button(stage)
    else:
        control(part.field, stage.page.choice, stage.reading, stage.lang)


@draw.register
def _(part: parts.Findings, _: Stage) -> None:
    block("findings", items=part.items)


@draw.register
def _(part: parts.KeyFigures, _: Stage) -> None:
    block("key_figures", part=part)


@draw.register
def _(part: Figure, stage: Stage) -> None:
    put_figure(part, stage.lang, on_click=stage.follow)


@draw.register
def _(part: parts.Entries, stage: Stage) -> None:
    """The first entries and, if there are more, a button that opens all."""
    lang, count = stage.lang, len(part.found)
    block("entry_list", lang, part=part, items=part.found[: part.shown], wide=part.wide)
    more = lang.n("Show all {count} entry", "Show all {count} entries", count)
    if count > part.shown and st.button(more, key=f"{part.key}-all", type="tertiary", icon=":material/list:"):
        html = render("entry_list", lang, part=part, items=part.found, wide=False)
        st.dialog(part.title, width="large")(partial(st.html, html))()


@draw.register
def _(part: parts.Definitions, stage: Stage) -> None:
    block("definition_list", stage.lang, part=part)


@draw.register
def _(part: parts.Matrix, stage: Stage) -> None:
    pickable(render("matrix", stage.lang, part=part), stage.follow, key=part.key)
    if part.sources:
        sources_button(part.sources, part.title, stage.lang, key=f"{part.key}-sources")


@draw.register
def _(part: parts.Beside, stage: Stage) -> None:
    is_content = any(not isinstance(one, parts.Control) for inner in part.columns for one in inner)
    gap: Literal["small", "large"] = "large" if is_content else "small"  # what is chosen together stands together
    for column, inner in zip(st.columns(part.widths, gap=gap), part.columns, strict=True):
        with column:
            for one in inner:
                draw(one, stage)


@draw.register
def _(part: parts.Folded, stage: Stage) -> None:
    with st.expander(part.label):
        for one in part.parts:
            draw(one, stage)
