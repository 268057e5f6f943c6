"""The pages in Streamlit's navigation."""

from functools import partial

import streamlit as st
from streamlit.navigation.page import Page

from dashboard.app_pages import pages_there
from dashboard.content.page import FIRST_PAGE
from dashboard.language import Language
from dashboard.screen.show import show


def pages(lang: Language) -> dict[str, Page]:
    """Every page by its name, titled in the reader's language."""
    return {
        page.name: st.Page(
            partial(show, page, lang),
            title=page.title(lang),
            icon=page.icon,
            url_path="" if page.name == FIRST_PAGE else page.name,
            default=page.name == FIRST_PAGE,
        )
        for page in pages_there().values()
    }
