"""HTML blocks that Streamlit has no element for, from the Jinja templates beside this file (values are escaped)."""

from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import streamlit as st
from jinja2 import Environment
from markupsafe import Markup

from dashboard.charts.labels import text_width
from dashboard.charts.sparkline import sparkline
from dashboard.content.kept import beside
from dashboard.content.page import FIRST_PAGE
from dashboard.language import Language
from dashboard.link import Go
from dashboard.templates import templates_in

FOLDER = Path(__file__).with_name("templates")


@cache
def environment() -> Environment:
    """Templates with autoescape on and unknown names as errors."""
    made = templates_in(FOLDER)
    made.filters["em"] = lambda text: round(text_width(text) / 13, 1)
    made.filters["sparkline"] = partial(_sparkline, width=64, height=22)
    made.filters["wide_sparkline"] = partial(_sparkline, width=110, height=36)
    return made


@lru_cache(maxsize=64)  # a browser may make up any base
def _in(lang: str, base: str) -> Environment:
    """The templates for readers of this language, whose links keep it."""
    made = environment().overlay()
    made.filters = {**made.filters, "href": lambda target: address(target, lang, base)}
    return made


def address(target: Go, lang: str, base: str | None = None) -> str:
    """Where a link leads, on our own server."""
    page = "" if target.page == FIRST_PAGE else target.page
    return f"{base_path() if base is None else base}{page}?{urlencode([*target.values, ('lang', lang)])}"


def base_path() -> str:
    """The address prefix of the server's own files, such as `/` or `/world/`: as set, or as the browser has it where a
    proxy takes it off."""
    path = prefix() or urlsplit(st.context.url or "").path.rpartition("/")[0].strip("/")
    return f"/{path}/" if path else "/"


def prefix() -> str:
    """The part of every address that the server is told to expect, such as `world`; empty without one."""
    return str(st.get_option("server.baseUrlPath") or "").strip("/")


def _sparkline(spark: tuple[tuple[float, ...], tuple[float, ...]], width: int, height: int) -> Markup:
    years, values = spark
    return sparkline(years, values, width, height)


def render(template: str, lang: Language | None = None, /, **values: Any) -> str:
    """The filled template `templates/<template>.html`; with a language its links lead somewhere."""
    if lang:
        return rendered(template, lang, base_path(), **values)
    return environment().get_template(f"{template}.html").render(**values)


def rendered(template: str, lang: Language, base: str, /, **values: Any) -> str:
    """The same without a session: `base` leads to the server's root."""
    return _in(lang.code, base).get_template(f"{template}.html").render(**values)


def part_html(template: str, part: object, lang: Language | None = None, /, **values: Any) -> str:
    """The template filled with a part, once for each language and prefix; `values` are the same whenever they are."""
    key = (template, *((lang.code, base_path()) if lang else ()))
    return beside(part, key, lambda: render(template, lang, part=part, **values))


def block(template: str, lang: Language | None = None, /, **values: Any) -> None:
    """Put the filled template on the page."""
    st.html(render(template, lang, **values))


def empty(text: str) -> None:
    """Say in words that there is nothing to show."""
    block("empty", text=text)
