"""Components of ours on a page. Streamlit sends a component's script with each of its places at each run; these send a
few lines, which fetch the script from its file."""

import json
import re
from collections.abc import Callable
from typing import Any

import streamlit.components.v2 as components

from dashboard import scripts
from dashboard.screen.html import base_path


def component(name: str, *, isolate_styles: bool = False) -> Callable[..., Any]:
    """The component whose script is `<name>.js`: to be put on a page by `component(key=…, data=…, on_…_change=…)`."""
    lines = re.sub(r"^//.*\n|^ +", "", scripts.text("component"), flags=re.M)
    js = f"const ADDRESS = {json.dumps(scripts.address(name))};\n{lines}"
    put = components.component(f"pocket_{name}", js=js, isolate_styles=isolate_styles)

    def put_from_file(*, key: str, data: dict[str, Any], **heard: Any) -> Any:
        return put(key=key, data={"base": base_path(), **data}, **heard)

    return put_from_file
