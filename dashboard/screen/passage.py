"""What stands between two widgets of a page as one element: the browser has one message to take, and puts the parts
together by itself (`passage.js`)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

import streamlit as st

from dashboard.language import Language
from dashboard.screen.component import component
from dashboard.screen.figure import common
from dashboard.screen.html import render

_COMPONENT = component("passage")
Node = Mapping[str, Any]


@dataclass(frozen=True)
class Passage:
    """Parts as `passage.js` takes them; what their buttons open, by the button's `data-open`."""

    nodes: tuple[Node, ...]
    opens: Mapping[str, Callable[[], None]] = field(default_factory=dict)

    @classmethod
    def html(cls, html: str) -> "Passage":
        """A part that is only read."""
        return cls(({"html": html},))

    @classmethod
    def pickable(cls, html: str, name: str) -> "Passage":
        """One whose elements with `data-pick` lead where that says."""
        return cls(({"pick": name, "html": html},))

    @classmethod
    def opener(cls, words: str, name: str, opens: Callable[[], None], *, kind: str) -> "Passage":
        """A button that opens something; `kind` is its class."""
        return cls(({"html": render("opener", name=name, words=words, kind=kind)},), {name: opens})

    @classmethod
    def of(cls, found: Iterable["Passage"]) -> "Passage":
        """Several, one after the other."""
        found = list(found)
        opens = dict(chain.from_iterable(one.opens.items() for one in found))
        return cls(tuple(chain.from_iterable(one.nodes for one in found)), opens)

    def within(self, **node: Any) -> "Passage":
        """As the parts of another one."""
        return Passage(({**node, "parts": self.nodes},), self.opens)


def put_passage(passage: Passage, lang: Language, on_go: Callable[[str], None], *, key: str) -> None:
    """Put it on the page. `on_go` takes where a click leads, before the page runs again; in a new session only now
    (see `address.heard`), and has it run again itself."""
    is_new = key not in st.session_state

    def gone() -> None:
        if (towards := st.session_state[key].go) is not None:
            on_go(str(towards))

    words = {"failed": lang.t("This part of the page could not be loaded.")}
    data = {"parts": passage.nodes, "common": common(lang), "words": words}
    result = _COMPONENT(key=key, data=data, on_go_change=gone, on_open_change=lambda: None)
    if is_new:
        gone()
    if result.open in passage.opens:
        passage.opens[result.open]()
