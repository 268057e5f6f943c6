"""The content of pages, made without a server."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

from dashboard.app_pages import PAGES
from dashboard.content.choice import read
from dashboard.content.figure import Figure
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


def in_turn(markets: Sequence[T], turn: int) -> list[T]:
    """A sixteenth of the markets, another one for each test; all of them with `make test-every`."""
    return list(markets) if os.environ.get("EVERY") else [*markets[turn % 16 :: 16]]


def within(content: Any, hidden: tuple[str, ...] = ()) -> Iterator[Any]:
    """A piece of content and all that stands in it, in reading order; but not fields of a figure that are `hidden`."""
    yield content
    if is_dataclass(content) and not isinstance(content, type):
        skipped = hidden if isinstance(content, Figure) else ()
        for field in fields(content):
            if field.name not in skipped:
                yield from within(getattr(content, field.name), hidden)
    elif isinstance(content, tuple | list):
        for inner in content:
            yield from within(inner, hidden)
