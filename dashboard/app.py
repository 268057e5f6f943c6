"""The entry: navigation, language, style; then the page."""

import streamlit as st

from dashboard.app_pages import PAGES
from dashboard.content.page import FIRST_PAGE
from dashboard.screen import address, page
from dashboard.screen.copying import copy_link
from dashboard.screen.markdown import plain
from dashboard.screen.pages import pages
from dashboard.warehouse import warehouse

warehouse().refresh()
st.set_page_config(page_icon=page.ICON, layout="wide")  # first of all: a page's own icon would be fetched from the web
page.style()
address.listen()
unknown_language = address.adopt_language(page.default_language())
lang = page.current_language()
known = pages(lang)
current = st.navigation(list(known.values()), position="top")
if (target := st.session_state.pop("follow", None)) and target.page in known:
    st.switch_page(known[target.page], query_params=target.asked() | {"lang": lang.code})
page.title(current.title)
with st.container(key="pw-language", horizontal=True):
    copy_link(lang)
    page.language_switch()
    page.frame(PAGES[current.url_path or FIRST_PAGE].choice, lang)
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
page.notice_staff(lang)
address.begin(current.url_path)
current.run()
page.foot(lang)
if st.session_state.pop("language@late", False):
    st.rerun()
