"""Pages for people beside the dashboard: written by templates, in its looks, without a session."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import streamlit
from jinja2 import Environment
from markupsafe import Markup

from dashboard.content.page import FIRST_PAGE
from dashboard.language import Language
from dashboard.screen.html import prefix
from dashboard.screen.page import style_sheet
from dashboard.templates import templates_in

FOLDER = Path(__file__).with_name("templates")
STYLES = {name: Path(__file__).with_name(f"{name}.css").read_text(encoding="utf-8") for name in ("web", "first")}
MEDIA = Path(streamlit.__file__).parent / "static" / "static" / "media"
FONTS = {"Source Sans": "SourceSansVF-Upright*.woff2", "Source Serif": "SourceSerifVariable-Roman*.woff2"}


@cache
def _templates() -> Environment:
    return templates_in(FOLDER)


def filled(template: str, lang: Language, up: str, **values: Any) -> str:
    """The page `templates/<template>.html`; `up` leads from its address to the server's root."""
    sheet = STYLES["first" if template == "first" else "web"]
    style = Markup(f"{_fonts(up)}{style_sheet()}{sheet}")  # noqa: S704 (our own)
    values = {"scheme": "light dark", "style": style, "lang": lang, "up": up} | values
    return _templates().get_template(f"{template}.html").render(**values)


def up(path: str) -> str:
    """From an address to the server's root, wherever a proxy has put that: `../../` from `/embed/market/sectors`."""
    below = path.removeprefix(f"/{prefix()}") if prefix() else path
    return "../" * (below.count("/") - 1) or "./"


def page_path(page: str) -> str:
    """A page's address, seen from the server's root."""
    return "" if page == FIRST_PAGE else page


def _fonts(up: str) -> str:
    """The fonts of the screen, which come with Streamlit."""
    files = {family: next(MEDIA.glob(name), None) for family, name in FONTS.items()}
    look = "font-weight: 200 900; font-display: fallback;"  # on a slow line text stands in another font at first
    return "".join(
        f'@font-face {{ font-family: "{family}"; {look} src: url("{up}static/media/{file.name}"); }}\n'
        for family, file in files.items()
        if file and re.fullmatch(r"[\w.-]+", file.name)
    )
