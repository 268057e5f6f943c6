"""Every kind of content as Streamlit draws it; a kind of a page's own is registered in a module beside this one."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial, singledispatch
from typing import Any, Literal

import streamlit as st

from dashboard.content import parts
from dashboard.content.choice import Reading
from dashboard.content.exhibit import Exhibit
from dashboard.content.exhibited import placed
from dashboard.content.figure import Figure
from dashboard.content.kept import beside
from dashboard.content.listing import Listing
from dashboard.content.page import AnyPage
from dashboard.content.part import Part
from dashboard.content.view import View
from dashboard.language import Language
from dashboard.link import Go
from dashboard.screen import playing
from dashboard.screen.choosing import control, follow
from dashboard.screen.figure import put_figure
from dashboard.screen.html import block, empty, part_block, part_html, render
from dashboard.screen.markdown import plain
from dashboard.screen.pickable import pickable
from dashboard.screen.sources import sources_button
from dashboard.screen.taking import menu


@dataclass(frozen=True)
class Stage:
    """What parts are drawn on: a page with what has been chosen, for readers of a language. `exhibits`: what can be
    taken along, by the id of its part."""

    page: AnyPage
    reading: Reading[Any]
    lang: Language
    exhibits: Mapping[int, Exhibit] = field(default_factory=dict)

    @cached_property
    def view(self) -> View:
        """What stands on the page, for whoever takes it along."""
        return View(self.page, self.reading, self.lang)

    def follow(self, encoded: str) -> None:
        """Go where a click leads (a callback): the whole page runs again, also where a part of it did by itself."""
        follow(Go.decoded(encoded), self.page.name, self.page.choice)
        st.rerun()


def put(section: parts.Section, stage: Stage) -> None:
    """Draw a section: its heading and its parts."""
    if section.title:
        block("section", title=section.title, text=" ".join(filter(None, [section.text, section.hint])))
    exhibits = beside(section, stage.lang.code, lambda: _exhibits(section, stage.lang))
    stage = replace(stage, exhibits=exhibits)
    for part in section.parts:
        put_part(part, stage)


def _exhibits(section: parts.Section, lang: Language) -> Mapping[int, Exhibit]:
    return {id(part): exhibit for part, exhibit in placed(section, lang)}


def put_part(part: Part, stage: Stage) -> None:
    """Draw a part and, of what can be taken along, the menu for it; a figure has it within."""
    draw(part, stage)
    exhibit = stage.exhibits.get(id(part))
    if exhibit and not isinstance(part, Figure) and (isinstance(part, Listing) or exhibit.sheet.lines):
        st.html(menu(exhibit, stage.view))


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
    part_block("key_figures", part)


@draw.register
def _(part: Figure, stage: Stage) -> None:
    exhibit = stage.exhibits.get(id(part))
    put_figure(part, stage.lang, on_click=stage.follow, menu=menu(exhibit, stage.view) if exhibit else "")


@draw.register
def _(part: parts.Entries, stage: Stage) -> None:
    """The first entries and, if there are more, a button that opens all."""
    lang, count = stage.lang, len(part.found)
    part_block("entry_list", part, lang, items=part.found[: part.shown], wide=part.wide)
    more = lang.n("Show all {count} entry", "Show all {count} entries", count)
    if count > part.shown and st.button(more, key=f"{part.key}-all", type="tertiary", icon=":material/list:"):
        html = render("entry_list", lang, part=part, items=part.found, wide=False)
        st.dialog(part.title, width="large")(partial(st.html, html))()


@draw.register
def _(part: parts.Definitions, stage: Stage) -> None:
    part_block("definition_list", part, stage.lang)


@draw.register
def _(part: parts.Matrix, stage: Stage) -> None:
    pickable(part_html("matrix", part, stage.lang), stage.follow, key=part.key)
    if part.sources:
        sources_button(part.sources, part.title, stage.lang, key=f"{part.key}-sources")


@draw.register
def _(part: parts.Beside, stage: Stage) -> None:
    is_content = any(not isinstance(one, parts.Control) for inner in part.columns for one in inner)
    gap: Literal["small", "large"] = "large" if is_content else "small"  # what is chosen together stands together
    for column, inner in zip(st.columns(part.widths, gap=gap), part.columns, strict=True):
        with column:
            for one in inner:
                put_part(one, stage)


@draw.register
def _(part: parts.Folded, stage: Stage) -> None:
    with st.expander(part.label):
        for one in part.parts:
            put_part(one, stage)
