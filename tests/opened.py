"""Pages run from the entry point, as a visitor gets them, without a browser."""

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from google.protobuf.text_format import MessageToString
from streamlit.components.v2 import manifest_scanner
from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from dashboard.content.page import FIRST_PAGE
from dashboard.settings import ROOT

Opener = Callable[..., "Opened"]

# Each run of a page would look through all installed packages anew.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)


class Opened:
    """A page that has run: its HTML, its figures and its notices."""

    def __init__(self, test: AppTest) -> None:
        self.test = test
        assert not test.exception, [error.value for error in test.exception]

    @property
    def html(self) -> str:
        """All HTML that is only read, one after the other."""
        alone = [e.proto.body for e in self.test._tree if getattr(e, "type", "") == "html"]
        return "\n".join([*alone, *(node["html"] for node in self._parts if "html" in node and "pick" not in node)])

    @property
    def figures(self) -> dict[str, dict[str, Any]]:
        """What was sent of each figure, by its key."""
        alone = {data["file"]: data for data in self._sent if "file" in data}
        return alone | {node["figure"]: node["data"] for node in self._parts if "figure" in node}

    @property
    def folded(self) -> list[str]:
        """What stands on what is folded."""
        unfolded = [expander.label for expander in self.test.expander]
        return [*unfolded, *(node["folded"] for node in self._parts if "folded" in node)]

    @property
    def pickable(self) -> str:
        """The HTML of what can be chosen (tables, cards), one after the other."""
        alone = [data["html"] for data in self._sent if "html" in data]
        return "\n".join([*alone, *(node["html"] for node in self._parts if "pick" in node)])

    def opened(self, name: str) -> "Opened":
        """The page after a press on the button that opens this."""
        (passage,) = [e for e in self._components if f'data-open=\\"{name}\\"' in e.proto.json]
        states, heard = self.test._tree.get_widget_states(), json.dumps([{"event": "open", "value": name}])
        states.widgets.add(id=_make_trigger_id(passage.proto.id, "events"), json_trigger_value=heard)
        return Opened(self.test._run(states))

    @property
    def _parts(self) -> Iterator[dict[str, Any]]:
        """Every part of every passage, those that stand in others after these."""
        waiting = [node for data in self._sent for node in data.get("parts", ())]
        while waiting:
            node = waiting.pop(0)
            yield node
            inner = [*node.get("parts", ()), *(one for column in node.get("columns", ()) for one in column)]
            waiting = inner + waiting

    @property
    def _components(self) -> list[Any]:
        return [e for e in self.test._tree if getattr(e, "type", "") == "bidi_component"]

    @property
    def _sent(self) -> list[dict[str, Any]]:
        return [json.loads(e.proto.json) for e in self._components if e.proto.json]

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
