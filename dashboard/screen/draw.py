"""The kinds of content that many pages have, as the screen has them."""

from dataclasses import replace
from functools import partial
from typing import Literal

import streamlit as st

from dashboard.content import parts
from dashboard.content.figure import Figure
from dashboard.language import Language
from dashboard.screen import playing
from dashboard.screen.choosing import control
from dashboard.screen.figure import on_page
from dashboard.screen.html import part_html, render
from dashboard.screen.passage import Passage
from dashboard.screen.seen import dialog, fragment
from dashboard.screen.sources import put_sources, sources_line
from dashboard.screen.stage import Stage, draw, items, put, whole, written
from dashboard.screen.taking import menu

AGAIN = 1.0  # seconds after which it is looked whether what is being found out is there


@written.register
def _(part: parts.Head, _: Stage) -> Passage:
    return Passage.html(render("head", title=part.title, text=part.text, market=part.market))


@written.register
def _(part: parts.Note, _: Stage) -> Passage:
    return Passage.html(render("note", label=part.label, text=part.text))


@written.register
def _(part: parts.Nothing, _: Stage) -> Passage:
    return Passage.html(render("empty", text=part.text))


@written.register
def _(part: parts.Pending, _: Stage) -> None:  # noqa: ARG001 (it looks again by itself)
    return None


@draw.register
def _(part: parts.Pending, _: Stage) -> None:
    """The words, until the page can show what they speak of."""

    def wait() -> None:
        if part.found():
            st.rerun()
        st.html(render("empty", text=part.text))

    fragment(wait, every=AGAIN)()


@draw.register
def _(part: parts.Control, stage: Stage) -> None:
    if part.field == stage.page.plays:
        playing.control_with_button(stage)
    else:
        control(part.field, stage.page.choice, stage.reading, stage.lang)


@written.register
def _(part: parts.Findings, _: Stage) -> Passage:
    return Passage.html(render("findings", items=part.items))


@written.register
def _(part: parts.KeyFigures, _: Stage) -> Passage:
    return Passage.html(part_html("key_figures", part))


@written.register
def _(part: Figure, stage: Stage) -> Passage:
    exhibit, lang = stage.exhibits.get(id(part)), stage.lang
    data = on_page(part, lang, menu(exhibit, stage.view) if exhibit else "")
    opens = partial(put_sources, part.sources, part.caption.title, lang)
    return Passage(({"figure": part.key, "data": data},), {part.key: opens})


@written.register
def _(part: parts.Entries, stage: Stage) -> Passage:
    """The first entries and, if there are more, a button that opens all."""
    lang, count, name = stage.lang, len(part.found), f"{part.key}-all"
    first = Passage.html(part_html("entry_list", part, lang, items=part.found[: part.shown], wide=part.wide))
    if count <= part.shown:
        return first
    words = lang.n("Show all {count} entry", "Show all {count} entries", count)
    return Passage.of([first, Passage.opener(words, name, partial(_open_all, part, lang), kind="pw-more")])


def _open_all(part: parts.Entries, lang: Language) -> None:
    html = render("entry_list", lang, part=part, items=part.found, wide=False)
    dialog(part.title, partial(st.html, html), width="large")


@written.register
def _(part: parts.Definitions, stage: Stage) -> Passage:
    return Passage.html(part_html("definition_list", part, stage.lang))


@written.register
def _(part: parts.Matrix, stage: Stage) -> Passage:
    table = Passage.pickable(part_html("matrix", part, stage.lang), part.key)
    below = [sources_line(part.sources, part.title, stage.lang, part.key)] if part.sources else []
    return Passage.of([table, *below])


@written.register
def _(part: parts.Beside, stage: Stage) -> Passage | None:
    columns = [column for inner in part.columns if (column := whole(list(items(inner, stage)))) is not None]
    if len(columns) < len(part.columns):
        return None
    nodes = [column.nodes for column in columns]
    return Passage(({"columns": nodes, "widths": part.widths},), Passage.of(columns).opens)


@draw.register
def _(part: parts.Beside, stage: Stage) -> None:
    is_content = any(not isinstance(one, parts.Control) for inner in part.columns for one in inner)
    gap: Literal["small", "large"] = "large" if is_content else "small"  # what is chosen together stands together
    for at, (column, inner) in enumerate(zip(st.columns(part.widths, gap=gap), part.columns, strict=True)):
        with column:
            put(items(inner, stage), replace(stage, place=f"{stage.place}-{at}"))


@written.register
def _(part: parts.Folded, stage: Stage) -> Passage | None:
    inner = whole(list(items(part.parts, stage)))
    return inner.within(folded=part.label) if inner else None


@draw.register
def _(part: parts.Folded, stage: Stage) -> None:
    with st.expander(part.label):
        put(items(part.parts, stage), stage)
