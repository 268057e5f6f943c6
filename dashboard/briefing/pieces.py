"""Every kind of content as pieces to read: nothing is named here that only one page has."""

from collections.abc import Iterator
from functools import partial, singledispatch

from dashboard.briefing.brief import counted
from dashboard.briefing.piece import Box, Drawn, Line, Lines, Number, Numbers, Piece, Sentences, Table
from dashboard.content import parts
from dashboard.content.action import Action
from dashboard.content.cards import Cards
from dashboard.content.controls import ControlGrid, Controls
from dashboard.content.desk import Desk, Person
from dashboard.content.exhibited import exhibited
from dashboard.content.extract import Cell, Heading, worded
from dashboard.content.figure import Figure
from dashboard.content.groups import Calendar, Group, Groups
from dashboard.content.measures import Measures
from dashboard.content.own_file import OwnFile
from dashboard.content.part import Part
from dashboard.content.sources import Source
from dashboard.language import NOTHING, Language


@singledispatch
def pieces(part: Part, section: parts.Section, lang: Language) -> Iterator[Piece]:
    """The part as pieces; what is made for screens only is none. Raises TypeError for what nobody can read yet."""
    found = exhibited(part, section, lang)
    if found is None:
        raise TypeError(f"nobody has said how a {type(part).__name__} is read")
    headings = found.sheet.headings
    lines = tuple(tuple(map(partial(_taken, lang=lang), line, headings)) for line in found.sheet.lines)
    heads = tuple(Box(heading.title) for heading in headings)
    yield Table(found.caption.title, found.caption.subtitle, lines, heads=heads, numbers=False, long=True)


def _taken(cell: Cell, heading: Heading, lang: Language) -> Box:
    return Box(worded(cell, heading.unit, lang), url=str(cell or "") if heading.key == "url" else "")


@pieces.register(parts.Control | Controls | ControlGrid | Action | OwnFile)
def _(_: Part, __: parts.Section, ___: Language) -> Iterator[Piece]:
    """What only screens draw."""
    yield from ()


@pieces.register
def _(part: parts.Head, _: parts.Section, __: Language) -> Iterator[Piece]:
    if part.text:
        yield Sentences(items=(part.text,))


@pieces.register
def _(part: parts.Note, _: parts.Section, __: Language) -> Iterator[Piece]:
    yield Sentences(part.label, items=(part.text,))


@pieces.register
def _(part: parts.Nothing, _: parts.Section, __: Language) -> Iterator[Piece]:
    yield Sentences(items=(part.text,))


@pieces.register
def _(part: parts.Findings, _: parts.Section, __: Language) -> Iterator[Piece]:
    yield Sentences(items=part.items)


@pieces.register
def _(part: Figure, _: parts.Section, __: Language) -> Iterator[Piece]:
    yield Drawn(part.caption.title, part.caption.drawn, part)


@pieces.register
def _(part: parts.KeyFigures, _: parts.Section, __: Language) -> Iterator[Piece]:
    items = [Number(one.value, one.label, one.meta, one.change, None, _of(one.source)) for one in part.figures]
    yield Numbers(items=tuple(items), headline=True)


@pieces.register
def _(part: Measures, _: parts.Section, __: Language) -> Iterator[Piece]:
    items = tuple(Number(one.value, one.unit, one.text, "", one.share, _of(one.source)) for one in part.items)
    yield Numbers(part.title, part.subtitle, items) if items else Sentences(part.title, items=(part.nothing,))


@pieces.register
def _(part: Cards, _: parts.Section, __: Language) -> Iterator[Piece]:
    cards = [Number(card.value, f"{card.name}: {card.counted}", card.where) for card in part.cards]
    yield Numbers(part.title, items=tuple(cards))


@pieces.register
def _(part: parts.Entries, _: parts.Section, lang: Language) -> Iterator[Piece]:
    """How many there are is said where the outlet has left some out."""
    subtitle = part.subtitle.removesuffix(counted(len(part.found), part.of, lang)).removesuffix(" · ")
    yield Lines(part.title, subtitle, tuple(map(_entry, part.found)), part.of, nothing=part.nothing)


@pieces.register
def _(part: parts.Definitions, _: parts.Section, __: Language) -> Iterator[Piece]:
    items = [
        Line(
            f"{one.name}, {one.region}",
            str(one.number or ""),
            shown.text,
            " ".join(filter(None, [shown.market, one.text])),
            shown.sources or _of(one.source),
        )
        for one in part.items
        for shown in one.values or (parts.Values(one.value),)
    ]
    whole = any(one.number for one in part.items)
    yield Lines(part.title, part.subtitle, tuple(items), whole=whole)


@pieces.register
def _(part: Desk, _: parts.Section, __: Language) -> Iterator[Piece]:
    desk = [Line(part.name, text=part.focus, note=part.since, sources=_of(part.source))] if part.name else []
    yield Lines(items=(*desk, *map(_person, part.people)), nothing=part.nobody)


def _person(one: Person) -> Line:
    reached = _joined(one.email, one.phone, one.url.removeprefix("https://"))
    return Line(one.name, text=reached, note=_joined(one.role, one.languages))


@pieces.register
def _(part: Groups, _: parts.Section, __: Language) -> Iterator[Piece]:
    if part.title:
        yield Sentences(part.title, items=(part.subtitle,))
    yield from map(_group, part.found)


@pieces.register
def _(part: Calendar, _: parts.Section, __: Language) -> Iterator[Piece]:
    yield from map(_group, part.months)


def _group(group: Group) -> Lines:
    return Lines(group.head.name, group.text, tuple(map(_entry, group.found)), nothing=NOTHING)


def _entry(one: parts.Entry) -> Line:
    return Line(one.title, one.when, one.text, _joined(one.market, one.kind), _of(one.source))


def _of(source: Source | None) -> tuple[Source, ...]:
    return (source,) if source else ()


def _joined(*texts: str) -> str:
    return " · ".join(filter(None, texts))
