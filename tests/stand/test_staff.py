"""Who may open the staff menu: by touch only with a PIN, by key without one only on the stand's own machine."""

from typing import Any

import pytest
import streamlit as st

from dashboard.settings import settings
from dashboard.speaking import language
from dashboard.stand import screen, staff
from dashboard.stand.condition import opened_by
from dashboard.stand.desk import STAFF_KEY, hashed
from dashboard.stand.lock import OWN, mark
from dashboard.stand.staff import Menu, typed

HERE = ("127.0.0.1", 50000)


def heard_of(client: tuple[str, int] | None, **headers: str) -> str:
    """What the stand hears of a browser's machine."""
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope: dict[str, Any] = {"type": "websocket", "client": client, "headers": raw}
    mark(scope)
    [said] = [value for name, value in scope["headers"] if name == OWN.encode()]
    return str(said.decode())


@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.9.1", "::1", "::ffff:127.0.0.1"])
def test_a_browser_on_this_machine_is_known_by_its_address(address: str) -> None:
    assert heard_of((address, 50000)) == "yes"


@pytest.mark.parametrize("address", ["192.168.1.7", "fe80::1", "::ffff:10.0.0.1", "testclient", ""])
def test_any_other_browser_is_not(address: str) -> None:
    assert heard_of((address, 1)) == heard_of(None) == "no"


@pytest.mark.parametrize("header", ["x_forwarded_for", "forwarded", "via", "x_real_ip", "x_forwarded_host"])
def test_for_whom_a_proxy_speaks_is_not(header: str) -> None:
    assert heard_of(HERE, **{header: "127.0.0.1"}) == "no"


def test_what_a_browser_says_of_itself_is_not_believed() -> None:
    assert heard_of(("192.168.1.7", 1), x_pocket_own_machine="yes") == "no"


@pytest.mark.parametrize(
    ("pin", "own", "event", "opens"),
    [
        ("", True, "staff:key", "menu"),
        ("", False, "staff:key", ""),
        ("", True, "staff", ""),
        ("", False, "staff", ""),
        ("2468", False, "staff", "pad"),
        ("2468", False, "staff:key", "pad"),
        ("2468", True, "staff:key", "pad"),
    ],
)
def test_who_calls_for_staff_and_what_opens(
    monkeypatch: pytest.MonkeyPatch, pin: str, own: bool, event: str, opens: str
) -> None:
    monkeypatch.setattr(settings(), "staff_pin", pin and hashed(pin))
    monkeypatch.setattr(staff, "on_own_machine", lambda: own)
    monkeypatch.setattr(st, "session_state", {})
    screen.heard(event)
    state = st.session_state.get("staff")
    assert screen.who() == ("staff" if opens else "loop")
    assert {None: "", False: "pad", True: "menu"}[state and state.open] == opens


def test_the_menu_says_how_it_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "not by touch" in opened_by(language("en")) and STAFF_KEY in opened_by(language("de"))
    monkeypatch.setattr(settings(), "staff_pin", hashed("2468"))
    assert "PIN" in opened_by(language("en")) and "touch" not in opened_by(language("en"))


def test_the_pad(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings(), "staff_pin", hashed("2468"))
    state = Menu()
    for key in ("1", "delete", "x", "22", "2", "4", "6", "9", "delete", "8", "enter"):
        state = typed(state, key)
    assert state == Menu(open=True)
    assert typed(Menu("1111"), "enter") == Menu(wrong=True)
    assert typed(Menu(wrong=True), "3") == Menu("3")
    assert len(typed(Menu("1" * 12), "1").typed) == 12
