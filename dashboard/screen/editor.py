"""An editor for SQL: colours, completion, Ctrl+Enter."""

from collections.abc import Callable, Collection

import streamlit as st

from dashboard.lab.schema import WORDS, Schema
from dashboard.language import Language
from dashboard.screen.component import component

_COMPONENT = component("editor")


def editor(text: str, stamp: int, known: Schema, lang: Language, *, key: str, on_run: Callable[[str], None]) -> None:
    """Draw it. What the server puts in, `text`, replaces what is there once `stamp` is another one; `on_run` takes the
    text that the reader wants to be run."""

    def ran() -> None:
        if (asked := st.session_state[key].run) is not None:
            on_run(str(asked["text"]))

    data = {
        "text": text,
        "stamp": stamp,
        "completions": known.completions,
        "coloured": _coloured(known.relations),
        "words": {
            "label": lang.t("Query in SQL; Ctrl and Enter run it"),
            "empty": "select market, count(*) from company group by market order by 2 desc",
            "run": lang.t("Run"),
            "failed": lang.t("The editor could not be loaded. Please try again."),
        },
    }
    _COMPONENT(key=key, data=data, on_run_change=ran)


def _coloured(relations: Collection[str]) -> list[tuple[str, str]]:
    """Word -> how it is coloured."""
    keys = {word for one in WORDS for word in one.split()}
    return [*((one, "key") for one in sorted(keys)), *((one.lower(), "table") for one in relations)]
