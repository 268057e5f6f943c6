"""What parts of a page are drawn on, and how: `written` is what the browser puts together, `draw` has Streamlit's own
elements draw it. Each kind of content is registered in a module beside this one."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial, singledispatch
from typing import Any

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
from dashboard.screen.choosing import follow
from dashboard.screen.html import render
from dashboard.screen.passage import Passage, put_passage
from dashboard.screen.taking import menu

Item = Passage | Callable[["Stage"], None]  # what the browser puts together, or what Streamlit draws


@dataclass(frozen=True)
class Stage:
    """What parts are drawn on: a page with what has been chosen, for readers of a language. `place`: tells elements
    there from others, in every run alike; `exhibits`: what can be taken along, by the id of its part."""

    view: View
    place: str = ""
    exhibits: Mapping[int, Exhibit] = field(default_factory=dict)

    @property
    def page(self) -> AnyPage:
        """The page."""
        return self.view.page

    @property
    def reading(self) -> Reading[Any]:
        """What has been chosen."""
        return self.view.reading

    @property
    def lang(self) -> Language:
        """The readers' language."""
        return self.view.lang

    def follow(self, encoded: str) -> None:
        """Go where a click leads (a callback): the whole page runs again, also where a part of it did by itself."""
        follow(Go.decoded(encoded), self.page.name, self.page.choice)
        st.rerun()


def put(items: Iterable[Item], stage: Stage) -> None:
    """Draw them in their order; what stands between two widgets is one element."""
    for at, item in enumerate(_joined(items)):
        here = replace(stage, place=f"{stage.place}-{at}")
        if isinstance(item, Passage):
            put_passage(item, stage.lang, stage.follow, key=here.place)
        else:
            item(here)


def _joined(items: Iterable[Item]) -> Iterator[Item]:
    waiting: list[Passage] = []
    for item in items:
        if isinstance(item, Passage):
            waiting.append(item)
            continue
        if waiting:
            yield Passage.of(waiting)
            waiting = []
        yield item
    if waiting:
        yield Passage.of(waiting)


def section_items(section: parts.Section, stage: Stage) -> Iterator[Item]:
    """A section: its heading and its parts, together if the browser puts all of them together."""
    exhibits = beside(section, stage.lang.code, lambda: _exhibits(section, stage.lang))
    found = list(items(section.parts, replace(stage, exhibits=exhibits)))
    if section.title:
        text = " ".join(filter(None, [section.text, section.hint]))
        found.insert(0, Passage.html(render("section", title=section.title, text=text)))
    together = whole(found)
    yield from [together.within(section=section.key)] if together else found


def _exhibits(section: parts.Section, lang: Language) -> Mapping[int, Exhibit]:
    return {id(part): exhibit for part, exhibit in placed(section, lang)}


def items(found: Iterable[Part], stage: Stage) -> Iterator[Item]:
    """The parts and, of what can be taken along, the menu for it; a figure has it within."""
    for part in found:
        yield written(part, stage) or partial(_drawn, part, stage.exhibits)
        exhibit = stage.exhibits.get(id(part))
        if exhibit and not isinstance(part, Figure) and (isinstance(part, Listing) or exhibit.sheet.lines):
            yield Passage.html(menu(exhibit, stage.view))


def _drawn(part: Part, exhibits: Mapping[int, Exhibit], stage: Stage) -> None:
    draw(part, replace(stage, exhibits=exhibits))


def whole(found: list[Item]) -> Passage | None:
    """All of them as one passage, if the browser puts all of them together."""
    together = [item for item in found if isinstance(item, Passage)]
    return Passage.of(together) if len(together) == len(found) else None


@singledispatch
def draw(part: Part, stage: Stage) -> None:  # noqa: ARG001 (those registered below use it)
    """Draw one part of a page with Streamlit's elements."""
    raise TypeError(f"nobody has said how a {type(part).__name__} is drawn on the screen")


@singledispatch
def written(part: Part, stage: Stage) -> Passage | None:  # noqa: ARG001
    """The part as the browser puts it together; None where Streamlit draws it."""
    return None
