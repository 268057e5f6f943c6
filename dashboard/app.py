"""The entry: navigation, language, style; then the page, of the facts that its reader may see."""

import streamlit as st

from dashboard.app_pages import pages_there
from dashboard.content.page import FIRST_PAGE
from dashboard.language import Language
from dashboard.operation.watched import page_run
from dashboard.screen import address, page, person
from dashboard.screen.again import or_again
from dashboard.screen.markdown import plain
from dashboard.screen.pages import pages
from dashboard.screen.seen import seen
from dashboard.staff.pages import NoChoice, staff_pages
from dashboard.warehouse import warehouse


def run() -> None:
    """One run of a page."""
    unknown_language = address.adopt_language(page.default_language())
    lang = page.current_language()
    known = pages(lang) | staff_pages(lang)
    current = st.navigation(list(known.values()), position="top")
    if (target := st.session_state.pop("follow", None)) and target.page in known:
        st.switch_page(known[target.page], query_params=target.asked() | {"lang": lang.code})
    page.title(current.title)
    with st.container(key="pw-language", horizontal=True):
        shown = pages_there().get(current.url_path or FIRST_PAGE)
        page.frame(shown.choice if shown else NoChoice, lang, shown.beside() if shown else "")
        person.who(current.url_path, lang)
        page.language_switch()
    notices(unknown_language, lang, only_public=bool(shown and shown.public))
    address.begin(current.url_path)
    with or_again(lang), page_run(current.url_path or FIRST_PAGE):
        current.run()
    if st.session_state.pop("language@late", False):
        st.rerun()


def notices(unknown_language: list[str], lang: Language, *, only_public: bool) -> None:
    """What stands above the page: what the address asks for in vain, and for staff what they see of it."""
    if unknown_language:
        st.info(
            lang.t(
                "This language is not available; the page is shown in {language}.",
                language=lang.locale.display_name,
            ),
            icon=":material/translate:",
        )
    if unknown_page := st.query_params.get("unknown"):
        st.info(
            lang.t("There is no page “{name}”; this is the first one.", name=plain(unknown_page[:40])),
            icon=":material/info:",
        )
    person.notice_sign_in(lang)
    person.mark_internal(lang, only_public=only_public)
    page.notice_staff(lang)


warehouse().refresh()
st.set_page_config(page_icon=page.ICON, layout="wide")  # first of all: a page's own icon would be fetched from the web
page.style()
address.listen()
with seen():
    run()
