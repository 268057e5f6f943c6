"""HTML blocks that Streamlit has no element for, from the Jinja templates beside this file (values are escaped)."""

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
from jinja2 import Environment, FileSystemLoader, StrictUndefined

FOLDER = Path(__file__).with_name("templates")


@cache
def environment() -> Environment:
    """Templates with autoescape on and unknown names as errors."""
    return Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(template: str, **values: Any) -> str:
    """The filled template `templates/<template>.html`."""
    return environment().get_template(f"{template}.html").render(**values)


def block(template: str, **values: Any) -> None:
    """Put the filled template on the page."""
    st.html(render(template, **values))


def section(title: str, text: str = "") -> None:
    """A section's heading with a line on what it answers."""
    block("section", title=title, text=text)


def empty(text: str) -> None:
    """Say in words that there is nothing to show."""
    block("empty", text=text)
