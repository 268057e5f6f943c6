"""Who one is, on every page where staff works: signing in and out, and the mark that internal facts are shown."""

from urllib.parse import urlencode

import streamlit as st

from dashboard.access import NotAllowed, Person, Role
from dashboard.access.returned import ADDRESS, NEWS
from dashboard.access.rules import has_staff
from dashboard.access.session import allowed, person, sign_out
from dashboard.language import Language
from dashboard.screen.html import base_path, block
from dashboard.screen.markdown import plain
from dashboard.screen.seen import AS_PUBLIC
from dashboard.settings import settings
from dashboard.warehouse import warehouse


def who(page: str, lang: Language) -> None:
    """Beside the languages: the way in, or who one is and the way out; nothing where there is no staff."""
    if not has_staff():
        return
    found = person()
    if not found.name:
        if settings().sign_in:
            block("sign_in", address=_sign_in(page), words=lang.t("Sign in"))
        return
    with st.popover(plain(found.name), icon=":material/person:", key="pw-person", type="tertiary"):
        st.caption(_told(found, lang))
        if settings().sign_in:
            st.button(lang.t("Sign out"), key="sign-out", icon=":material/logout:", on_click=sign_out, width="stretch")


def _told(found: Person, lang: Language) -> str:
    """`Mia Weber, analyst; signed in until 14:30`."""
    name, role = plain(found.name), found.role.words(lang)
    if found.until is None:
        return lang.t("{name}, {role}: without a sign-in, on this machine only", name=name, role=role)
    return lang.t("{name}, {role}; signed in until {time}", name=name, role=role, time=lang.time(found.until))


def _sign_in(page: str) -> str:
    """The way to the provider, and back here with all that is chosen."""
    asked = [(key, value) for key in st.query_params if key != NEWS for value in st.query_params.get_all(key)]
    back = f"{page}?{urlencode(asked)}" if asked else page
    return f"{base_path()}{ADDRESS}?{urlencode({'back': back})}"


def notice_sign_in(lang: Language) -> None:
    """That it has ended, or did not succeed."""
    found, news = person(), st.query_params.get(NEWS)
    if found.ended:
        st.warning(lang.t("Your sign-in has ended. Sign in again to go on."), icon=":material/lock:")
    elif news and not found.name:
        told = {
            "large": lang.t(
                "You could not be signed in: the provider says more about you than a browser can carry, perhaps "
                "hundreds of groups. Whoever looks after the sign-in can limit that."
            )
        }
        failed = lang.t("You could not be signed in. Please try again; if it fails again, tell who looks after it.")
        st.error(told.get(news, failed), icon=":material/lock:")


def mark_internal(lang: Language, *, only_public: bool) -> None:
    """Above every page of who may see internal facts: whether they are shown, and the switch if the page has them."""
    if not person().sees_internal:
        return
    with st.container(key="pw-seen", horizontal=True, vertical_alignment="center"):
        if only_public:
            block("seen", internal=False, mark=lang.t("public"), text=lang.t("This page holds public facts only."))
            return
        if warehouse().public:
            block("seen", internal=False, mark=lang.t("public"), text=lang.t("You see what everybody sees."))
        else:
            text = lang.t("Internal facts are shown too. Addresses, briefings and pages’ files hold public facts only.")
            block("seen", internal=True, mark=lang.t("internal"), text=text)
        kept = bool(st.session_state.get(AS_PUBLIC))
        st.toggle(lang.t("As the public sees it"), value=kept, key=f"{AS_PUBLIC}@switch", on_change=_switch)


def _switch() -> None:
    """Kept under another name: what a widget holds is forgotten on pages without it."""
    st.session_state[AS_PUBLIC] = st.session_state[f"{AS_PUBLIC}@switch"]


def admitted(needs: Role, page: str, lang: Language) -> Person | None:
    """Whoever opens a page that needs a role; None, and a word with the way in, where they may not see it."""
    try:
        return allowed(needs)
    except NotAllowed as why:
        st.warning(plain(why.words(lang)), icon=":material/lock:")
        if settings().sign_in and not why.person.name:
            block("sign_in", address=_sign_in(page), words=lang.t("Sign in"))
        return None
