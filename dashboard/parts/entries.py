"""Lists of dated or named entries, each with its source: the newest few on the page, all of them in a dialog."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from dashboard.language import Language
from dashboard.parts.html import block


@dataclass(frozen=True)
class Entry:
    """One line of a list; every text is in the reader's language."""

    when: str
    title: str
    kind: str = ""
    text: str = ""
    url: str = ""
    source: str = ""


def sourced(row: pd.Series, *, when: str, title: str, kind: str = "", text: str = "") -> Entry:
    """An entry whose source stands in the row's `url` and `publisher`."""
    url = row["url"] if pd.notna(row["url"]) else ""
    return Entry(when, title, kind, text, url, row["publisher"])


def entries(
    title: str, subtitle: str, found: Sequence[Entry], lang: Language, *, key: str, shown: int = 6, nothing: str
) -> None:
    """Draw the list's first entries and, if there are more, a button that opens all; `nothing` is said of an empty list."""
    block("entries", title=title, subtitle=subtitle, items=found[:shown], nothing=nothing)
    more = lang.n("Show all {count} entry", "Show all {count} entries", len(found))
    if len(found) > shown and st.button(more, key=f"{key}-all", type="tertiary", icon=":material/list:"):
        st.dialog(title, width="large")(_all)(subtitle, found)


def _all(subtitle: str, found: Sequence[Entry]) -> None:
    block("entries", title="", subtitle=subtitle, items=found, nothing="")
