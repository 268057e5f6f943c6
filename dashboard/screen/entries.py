"""Lists of dated or named entries, each with its source: the newest few on the page, all of them in a dialog."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.language import Language
from dashboard.screen.html import render

ARROWS = {"rising": "↗", "stable": "→", "falling": "↘"}  # a signal's direction


@dataclass(frozen=True)
class Entry:
    """One line of a list; every text is in the reader's language. `market` is a market's name, `href` its page; `about`
    is the address behind the title (a company's card)."""

    when: str
    title: str
    kind: str = ""
    text: str = ""
    url: str = ""
    source: str = ""
    market: str = ""
    href: str = ""
    about: str = ""


@dataclass(frozen=True)
class Entries:
    """A list ready to be drawn: its first entries as HTML, all of them for the dialog (see `entries`)."""

    title: str
    subtitle: str
    found: tuple[Entry, ...]
    shown: int
    html: str


def sourced(row: dict[str, Any], *, when: str, title: str, **more: str) -> Entry:
    """An entry whose source stands in the row's `url` and `publisher`; `more` are other fields of it."""
    url = row["url"] if pd.notna(row["url"]) else ""
    return Entry(when, title, url=url, source=row["publisher"], **more)


def entries(
    title: str, subtitle: str, found: list[Entry], *, nothing: str, shown: int = 6, wide: bool = False
) -> Entries:
    """Make a list ready; `nothing` is said of an empty one, `wide` sets it in two columns."""
    html = render("entries", title=title, subtitle=subtitle, items=found[:shown], nothing=nothing, wide=wide)
    return Entries(title, subtitle, tuple(found), shown, html)


def put_entries(ready: Entries, lang: Language, *, key: str) -> None:
    """Draw the list's first entries and, if there are more, a button that opens all."""
    st.html(ready.html)
    count = len(ready.found)
    more = lang.n("Show all {count} entry", "Show all {count} entries", count)
    if count > ready.shown and st.button(more, key=f"{key}-all", type="tertiary", icon=":material/list:"):
        st.dialog(ready.title, width="large")(_all)(ready)


def _all(ready: Entries) -> None:
    st.html(render("entries", title="", subtitle=ready.subtitle, items=ready.found, nothing="", wide=False))
