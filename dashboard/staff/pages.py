"""The pages for staff, and the role that each needs; asked on the server whenever one runs."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import streamlit as st
from streamlit.navigation.page import Page

from dashboard.access import Role
from dashboard.access.session import person
from dashboard.language import Language
from dashboard.screen.html import block
from dashboard.screen.markdown import plain
from dashboard.screen.person import admitted
from dashboard.settings import settings
from dashboard.staff import history, sql
from dashboard.staff.importing import page as importing
from dashboard.warehouse import public_warehouse


@dataclass(frozen=True)
class NoChoice:
    """What is chosen on these pages does not stand in the address."""


@dataclass(frozen=True)
class StaffPage:
    """A page by its address."""

    name: str
    icon: str
    title: Callable[[Language], str]
    needs: Role
    show: Callable[[Language], None]


STAFF = {
    "sql": StaffPage("sql", ":material/terminal:", lambda lang: lang.t("SQL"), Role.ANALYST, sql.show),
    "import": StaffPage("import", ":material/upload_file:", lambda lang: lang.t("Import"), Role.EDITOR, importing.show),
    "versions": StaffPage("versions", ":material/history:", lambda lang: lang.t("Versions"), Role.EDITOR, history.show),
}


def staff_pages(lang: Language) -> dict[str, Page]:
    """Those pages in Streamlit's navigation: seen by those who may open them, told to the others why they may not."""
    role = person().role
    return {
        page.name: st.Page(
            partial(_shown, page, lang),
            title=page.title(lang),
            icon=page.icon,
            url_path=page.name,
            visibility="visible" if role >= page.needs else "hidden",
        )
        for page in STAFF.values()
    }


def _shown(page: StaffPage, lang: Language) -> None:
    if not admitted(page.needs, page.name, lang):
        return
    if public_warehouse().snapshot.engine.remote:
        block("head", title=page.title(lang), text="")
        st.info(
            lang.t(
                "The facts of this server come from the lake {lake}, and another engine answers (POCKET_ENGINE). They "
                "are brought in, changed and asked in SQL where they are kept; `pocket publish` publishes them from "
                "there.",
                lake=plain(settings().lake),
            ),
            icon=":material/cloud:",
        )
        return
    page.show(lang)
