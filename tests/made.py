"""The content of pages, made without a server."""

from typing import Any, TypeVar

from dashboard.app_pages import PAGES
from dashboard.content.choice import read
from dashboard.content.parts import Section, flat
from dashboard.language import Language

T = TypeVar("T")


def chosen(name: str, lang: Language, **asked: list[str]) -> Any:
    """The choice of a page that an address asks for."""
    return read(PAGES[name].choice, asked, lang).choice


def made(name: str, lang: Language, **asked: list[str]) -> list[Section]:
    """Its sections."""
    return PAGES[name].made(chosen(name, lang, **asked), lang)


def parts(kind: type[T], sections: list[Section]) -> list[T]:
    """Every part of this kind."""
    return [part for section in sections for part in flat(section.parts) if isinstance(part, kind)]
