"""Tables, and numbers made of others, as pieces to read."""

from collections.abc import Iterator

from dashboard.briefing.piece import Box, Line, Lines, Piece, Sentences, Table
from dashboard.briefing.pieces import pieces
from dashboard.content import parts
from dashboard.content.breakdown import Breakdown
from dashboard.content.extract import worded
from dashboard.content.formula import Formula
from dashboard.content.table import DataTable, Kind, TableColumn, Value
from dashboard.language import NOTHING, Language


@pieces.register
def _(part: Breakdown, section: parts.Section, __: Language) -> Iterator[Piece]:
    lines = [
        (Box(one.title, one.text, sources=one.sources), *(Box(amount) for amount in one.amounts)) for one in part.items
    ]
    heads = tuple(Box(head) for head in part.heads)
    yield Table(section.title or part.about.name, items=tuple(lines), heads=heads)


@pieces.register
def _(part: Formula, _: parts.Section, __: Language) -> Iterator[Piece]:
    yield Sentences(items=("; ".join(part.typed), part.intro))
    yield Lines(items=tuple(Line(name, text=text) for name, text in part.items))


@pieces.register
def _(part: parts.Matrix, section: parts.Section, __: Language) -> Iterator[Piece]:
    """The section's heading is its own where it has none."""
    lines = [(Box(head.name, head.note), *map(_cell, cells)) for head, cells in part.lines]
    heads = (Box(part.corner), *(Box(head.name, head.note) for head in part.heads))
    title = "" if part.title == section.title else part.title
    yield Table(title, items=tuple(lines), heads=heads, sources=part.sources)


def _cell(cell: parts.Cell | None) -> Box:
    return Box(cell.text, cell.note, cell.strength) if cell else Box(NOTHING)


@pieces.register
def _(part: DataTable, _: parts.Section, lang: Language) -> Iterator[Piece]:
    lines = [
        tuple(_value(value, column, lang) for value, column in zip(line, part.columns, strict=True))
        for line in part.lines
    ]
    heads = tuple(Box(column.title) for column in part.columns)
    yield Table(part.title, items=tuple(lines), heads=heads, numbers=False, long=True)


def _value(value: Value, column: TableColumn, lang: Language) -> Box:
    if column.kind is Kind.LINK:
        return Box(column.link if value else "", url=str(value or ""))
    return Box(worded(value, "year" if column.kind is Kind.YEAR else "", lang))
