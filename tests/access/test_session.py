"""Pages and actions that need a role ask on the server; the page says who one is, and what helps."""

import time
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.access import NotAllowed, Role
from dashboard.access.session import allowed
from dashboard.settings import settings
from tests.access.test_rules import GOOD, written


def page_for_editors() -> None:
    """A page that needs a role, with an action that asks again."""
    import streamlit as st

    from dashboard.access import NotAllowed, Role
    from dashboard.access.session import allowed
    from dashboard.screen.person import admitted
    from dashboard.speaking import language

    if admitted(Role.EDITOR, "import", language("en")):
        st.write("inside")
    try:
        st.write(f"done by {allowed(Role.ANALYST).name}")
    except NotAllowed as why:
        st.write(why.words(language("de")))


def opened(user: dict[str, Any]) -> AppTest:
    test = AppTest.from_function(page_for_editors, default_timeout=60)
    test.user = user
    return test.run()


@pytest.fixture
def claims(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the provider says of an analyst, who cannot be asked again."""
    path = written(tmp_path, GOOD.replace("ask_again_seconds = 30\n", ""))
    monkeypatch.setattr(settings(), "sign_in", path)
    told = {"is_logged_in": True, "aud": "world", "sub": "mia", "name": "Mia", "iat": time.time() - 9}
    return {**told, "exp": time.time() + 600, "realm_access": {"roles": ["analysts"]}}


def test_who_is_not_signed_in_is_shown_the_way(claims: dict[str, Any]) -> None:
    assert claims
    test = opened({"is_logged_in": False})
    assert "signed in as editor" in test.warning[0].value
    assert 'href="/sign-in?back=import"' in test._tree.get("html")[0].proto.body
    assert [one.value for one in test.markdown] == ["Das ist Angemeldeten mit der Rolle „Analyse“ vorbehalten."]


def test_who_lacks_the_role_is_told_which(claims: dict[str, Any]) -> None:
    test = opened(claims)
    assert "“editor”" in test.warning[0].value and "analyst" in test.warning[0].value
    assert [one.value for one in test.markdown] == ["done by Mia"]


def test_who_has_it_is_let_in_until_the_sign_in_ends(claims: dict[str, Any]) -> None:
    test = opened(claims | {"realm_access": {"roles": ["heads"]}})
    assert not test.warning and [one.value for one in test.markdown] == ["inside", "done by Mia"]
    test = opened(claims | {"realm_access": {"roles": ["heads"]}, "exp": time.time() - 1})
    assert "has ended" in test.warning[0].value


def test_without_the_token_to_ask_again_nobody_stays(claims: dict[str, Any], tmp_path: Path) -> None:
    written(tmp_path)  # which asks again
    assert "has ended" in opened(claims).warning[0].value


def test_nobody_is_anybody_where_there_is_no_staff_or_no_page(monkeypatch: pytest.MonkeyPatch) -> None:
    for staff in ("", "local"):  # a test has no browser on this machine
        monkeypatch.setattr(settings(), "staff", staff)
        assert not [one for one in opened({"is_logged_in": True, "name": "Max"}).markdown if "done" in one.value]
    with pytest.raises(NotAllowed):
        allowed(Role.ANALYST)
    assert allowed(Role.VIEWER).name == ""
