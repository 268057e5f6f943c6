"""Texts, numbers of sources and lines below figures as the templates set them."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias

from dashboard.content.sources import NAMED, Source, Sources, web
from dashboard.export.clean import clean
from dashboard.language import Language

Told: TypeAlias = dict[str, Any]
Numbered: TypeAlias = Callable[[Source], int]
LONGEST = 400  # letters of a text; what is longer ends in an ellipsis
LONG_WORD = re.compile(r"\S{40}(?=\S)")
BREAK = "\u200b"  # a line may end here
KEPT = ("svg", "url")  # texts that nobody reads
CITES = "cites"  # where data hold sources, which are printed as numbers


def line(source: Source, number: int, lang: Language) -> Told:
    """A source's line at the end."""
    by = ", ".join(filter(None, [source.publisher, source.when(lang)]))
    return {"kind": "source", "number": number, "title": source.title, "by": by, "url": web(source.url)}


def under(sources: Sources, lang: Language) -> Told:
    """The line below a figure or table, which cites the newest source of each publisher that it names."""
    first: dict[str, Source] = {}
    for source in sources.found:
        first.setdefault(source.publisher, source)
    return {"text": sources.line(lang), CITES: tuple(first.values())[:NAMED]}


def cited_in(data: Any) -> Iterator[Source]:
    """The sources in the data, in reading order."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from value if key == CITES else cited_in(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from cited_in(value)


def plain(data: Any, number: Numbered) -> Any:
    """The data with sources as numbers, which are those of the briefing, and every text as it can be set."""
    if isinstance(data, dict):
        return {key: _field(key, value, number) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [plain(one, number) for one in data]
    return legible(data) if isinstance(data, str) else data


def _field(key: str, value: Any, number: Numbered) -> Any:
    if key == CITES:
        return list(map(number, value))
    return clean(value) if key in KEPT else plain(value, number)


def legible(text: str, most: int = LONGEST) -> str:
    """A text without what no file may hold, not longer than `most` letters, and with breaks in words that no line
    holds."""
    text = clean(text)
    if len(text) > most:
        text = f"{text[:most].rpartition(' ')[0] or text[:most]} …"
    return LONG_WORD.sub(lambda found: found[0] + BREAK, text)


def paragraphs(note: str, most: int) -> list[str]:
    """A note of so many letters at most, line by line, as it can be set."""
    return [legible(line, most) for line in legible(note, most).splitlines() if line.strip()]


def few(sources: Sequence[Source]) -> tuple[Source, ...]:
    """As many as are cited in one place."""
    return tuple(sources[:NAMED])
