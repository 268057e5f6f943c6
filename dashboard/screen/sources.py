"""The line of sources under what is shown, and the full list that one tap on it opens."""

import streamlit as st

from dashboard.content.sources import Sources
from dashboard.language import Language
from dashboard.screen.html import block
from dashboard.screen.markdown import plain


def noted(sources: Sources, lang: Language) -> str:
    """The line of sources, with the mark that says that it opens."""
    return f"{sources.line(lang)} ⓘ"


def sources_button(sources: Sources, title: str, lang: Language, *, key: str) -> None:
    """The line of sources of what is no figure; one tap opens the full list."""
    if st.button(plain(noted(sources, lang)), key=key, type="tertiary"):
        put_sources(sources, title, lang)


def put_sources(sources: Sources, title: str, lang: Language) -> None:
    """Open the full list of sources in a dialog."""
    words = {
        "title": lang.t("Title"),
        "publisher": lang.t("Publisher"),
        "published": lang.t("Published"),
        "tertiary": lang.t("not a publisher's own report"),
    }
    rows = [{**vars(source), "published": source.when(lang)} for source in sources.found]

    def listed() -> None:
        block("sources", title=title, counted=sources.counted, sources=rows, words=words)

    st.dialog(lang.t("Sources"), width="large")(listed)()
