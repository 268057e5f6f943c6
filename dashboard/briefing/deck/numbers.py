"""Tables of numbers as slides."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard.briefing.brief import counted, sources_in
from dashboard.briefing.deck.figures import shares
from dashboard.briefing.deck.lists import table
from dashboard.briefing.deck.scene import SMALL, Scene, two
from dashboard.briefing.deck.slide import Cell, Slide, Table, Words
from dashboard.briefing.deck.texts import Paragraph, Run, said
from dashboard.briefing.deck.told import told
from dashboard.content import parts
from dashboard.content.extract import worded
from dashboard.content.table import DataTable, Kind, TableColumn, Value

COLUMNS, LINES = 10, 40  # of numbers, side by side; more than find room
WIDEST, NARROWEST = 34, 6  # letters by which a column is as wide as it can be


@told.register
def _(part: parts.Matrix, scene: Scene) -> Iterator[Slide]:
    """A table of numbers, its cells toned as on the screen; many columns on several slides."""
    slide = scene.slide(part.title, "", Words(()), part.sources.found if part.sources else sources_in(part))
    for start in range(0, len(part.heads), COLUMNS):
        heads = part.heads[start : start + COLUMNS]
        rows = tuple(
            (Cell(_row_head(head, part)), *(_cell(cell, part, scene) for cell in cells[start : start + COLUMNS]))
            for head, cells in part.lines
        )
        named = [Cell(tuple(replace(one, align="ctr") for one in two(head.name, head.note, 11))) for head in heads]
        top = (Cell((said(part.corner, 11, bold=True),)), *named)
        yield replace(slide, body=Table(shares(len(heads)), top, rows, slide.title))


def _row_head(head: parts.HeadCell, part: parts.Matrix) -> tuple[Paragraph, ...]:
    """The name of a row with its note: beside it where cells have one line, else below."""
    if not part.toned:
        return two(head.name, head.note, 11)
    return (
        Paragraph((Run(head.name, bold=True), Run(f"  {head.note}" if head.note else "", muted=True, size=10)), 11),
    )


def _cell(cell: parts.Cell | None, part: parts.Matrix, scene: Scene) -> Cell:
    if cell is None:
        return Cell((said("·" if part.toned else "–", 11, align="ctr", muted=True),))
    runs = [Run(cell.text, bold=not cell.faint, muted=cell.faint)]
    if cell.note:
        runs.append(Run(f"  {cell.note}", size=10, muted=not part.toned))
    ground = scene.stage.looks.tone(cell.strength) if part.toned and not cell.faint else ""
    return Cell((Paragraph(tuple(runs), 11, align="ctr"),), ground)


@told.register
def _(part: DataTable, scene: Scene) -> Iterator[Slide]:
    """Its first rows; the whole of it is in the dashboard and its files."""
    lines = [[_value(*pair, scene) for pair in zip(line, part.columns, strict=True)] for line in part.lines[:LINES]]
    heads = [column.title for column in part.columns]
    whole = table(_widths(heads, lines), [[(cell,) for cell in line] for line in lines], part.title, heads)
    room = scene.stage.room("Pocket Table")
    first = next(whole.pages(room.width, room.height))
    slide = scene.slide(part.title, "", first, scene.sources(part))
    shown, count = len(first.rows), len(part.lines)
    yield replace(slide, subtitle=counted(shown, count, scene.lang)) if shown < count else slide


def _widths(heads: Sequence[str], lines: Sequence[Sequence[Paragraph]]) -> list[float]:
    """Shares of the width by the longest text of each column."""
    longest = [max(len(head), *(len(line[at].text) for line in lines), 0) for at, head in enumerate(heads)]
    weights = [min(max(length, NARROWEST), WIDEST) for length in longest]
    return [weight / sum(weights) for weight in weights]


def _value(value: Value, column: TableColumn, scene: Scene) -> Paragraph:
    if column.kind is Kind.LINK and value:
        return Paragraph((Run(column.link or str(value), url=str(value)),), SMALL)
    return said(worded(value, "year" if column.kind is Kind.YEAR else "", scene.lang), SMALL)
