"""A button that copies the address of what is shown: every choice is in it, so it is the view itself."""

from pathlib import Path

import streamlit.components.v2 as components

from dashboard.language import Language

_COMPONENT = components.component(
    "pocket_copy", js=Path(__file__).with_name("copying.js").read_text(encoding="utf-8"), isolate_styles=False
)


def copy_link(lang: Language, *, key: str = "copy-link") -> None:
    """Draw the button; what it answers stands below it."""
    words = {
        "copy": lang.t("Copy link"),
        "copied": lang.t("Copied"),
        "failed": lang.t("This browser does not let the page copy. The address is selected: copy it yourself."),
    }
    _COMPONENT(key=key, data=words)
