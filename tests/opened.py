"""Pages run from the entry point, as a visitor gets them, without a browser."""

import json
import re
from collections.abc import Callable
from typing import Any

from google.protobuf.text_format import MessageToString
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from dashboard.content.page import FIRST_PAGE
from dashboard.settings import ROOT

Opener = Callable[..., "Opened"]


class Opened:
    """A page that has run: its HTML, its figures and its notices."""

    def __init__(self, test: AppTest) -> None:
        self.test = test
        assert not test.exception, [error.value for error in test.exception]

    @property
    def html(self) -> str:
        """All HTML blocks of the page, one after the other."""
        return "\n".join(e.proto.body for e in self.test._tree if getattr(e, "type", "") == "html")

    @property
    def figures(self) -> dict[str, dict[str, Any]]:
        """What was sent to each figure component, by its key."""
        return {data["file"]: data for data in self._sent if "file" in data}

    @property
    def pickable(self) -> str:
        """The HTML of what can be chosen (tables, cards), one after the other."""
        return "\n".join(data["html"] for data in self._sent if "html" in data)

    @property
    def _sent(self) -> list[dict[str, Any]]:
        found = [e.proto for e in self.test._tree if getattr(e, "type", "") == "bidi_component"]
        return [json.loads(proto.json) for proto in found if proto.json]

    @property
    def everything(self) -> str:
        """All that was sent to the browser: HTML, drawings, labels and options of widgets, drawers and dialogs."""
        sent = [proto for e in self.test._tree if (proto := getattr(e, "proto", None)) is not None]
        text = "\n".join(MessageToString(proto, as_utf8=True) for proto in sent)
        return re.sub(r"\\+u([0-9a-f]{4})", lambda escape: chr(int(escape[1], 16)), text)

    @property
    def aside(self) -> bool:
        """Whether a drawer or a dialog is open."""
        return any(getattr(e, "type", "") == "dialog" for e in self.test._tree)

    @property
    def notices(self) -> list[str]:
        return [info.value for info in self.test.info]


def opened(name: str = "overview", **address: str | list[str]) -> Opened:
    """`opened("market", lang="en", market="KR")`."""
    test = _of("app.py")
    for key, value in address.items():
        test.query_params[key] = value
    if name != FIRST_PAGE:
        test._page_hash = calc_hash(name)  # its own `switch_page` knows pages by their files, ours are functions
    return Opened(test.run())


def opened_stand(**session: object) -> Opened:
    """The stand's page in a session that has come so far: `opened_stand(who="visit", visit=Visit("de", "JP"))`."""
    test = _of("stand/app.py")
    for key, value in session.items():
        test.session_state[key] = value
    return Opened(test.run())


def _of(entry: str) -> AppTest:
    return AppTest.from_file(str(ROOT / "dashboard" / entry), default_timeout=60)
