"""Tables as they look on paper: a rule below the head, thin ones between the rows, nothing else."""

from typing import Any

from pptx.oxml import parse_xml
from pptx.util import Pt

from dashboard.briefing.deck.master import SPACES
from dashboard.briefing.deck.slide import INSET, PAD, Cell, Table
from dashboard.briefing.deck.stage import Room
from dashboard.briefing.deck.texts import Paragraph
from dashboard.briefing.deck.tongues import Tongue
from dashboard.briefing.deck.writing import describe, write

NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's own name of a table without any
EMPTY = (Paragraph((), 9),)  # or an empty cell would be as high as PowerPoint's own letters
HEAD_RULE, RULE, GROUND_GAP = ("tx1", 1.0), ("bg2", 0.75), ("bg1", 2.0)  # colour of the theme, points


def put_table(place: Any, table: Table, room: Room, tongue: Tongue) -> None:
    """A table in place of its placeholder, each row as high as its text."""
    rows = [*([table.head] if table.head else []), *table.rows]
    frame = place.insert_table(rows=len(rows), cols=len(table.widths))
    made = frame.table
    made._tbl.tblPr.find("{*}tableStyleId").text = NO_STYLE
    made.first_row, made.horz_banding = bool(table.head), False
    for column, share in zip(made.columns, table.widths, strict=True):
        column.width = round(room.wide * share)
    for row, cells in zip(made.rows, rows, strict=True):
        middle = any(one.align == "ctr" for cell in cells for one in cell.text)
        row.height = round(Pt(1) * table.high(cells, room.width))
        for cell, content in zip(row.cells, cells, strict=True):
            _fill(cell, content, HEAD_RULE if table.head and cells is table.head else RULE, tongue)
            cell._tc.get_or_add_tcPr().set("anchor", "ctr" if middle else "t")
            if content.span > 1:
                cell.merge(row.cells[content.span - 1])
        row.cells[0]._tc.get_or_add_tcPr().set("marL", "0")  # in line with the title
    frame.left, frame.top, frame.width = room.left, room.top, room.wide
    frame.height = sum(row.height for row in made.rows)
    describe(frame, table.alt)


def _fill(cell: Any, content: Cell, below: tuple[str, float], tongue: Tongue) -> None:
    properties = cell._tc.get_or_add_tcPr()
    for name, size in (("marL", INSET), ("marR", INSET), ("marT", PAD), ("marB", PAD)):
        properties.set(name, str(round(size * Pt(1))))
    edges = {"lnL": None, "lnR": None, "lnT": None, "lnB": below}
    if content.ground:  # grounds stand apart; the rule above them is the head's
        edges = {"lnL": GROUND_GAP, "lnR": GROUND_GAP, "lnT": None, "lnB": GROUND_GAP}
    for name, edge in edges.items():
        properties.append(parse_xml(_edge(name, edge)))
    if content.ground:
        properties.append(parse_xml(f'<a:solidFill {SPACES}><a:srgbClr val="{content.ground}"/></a:solidFill>'))
    write(cell.text_frame, content.text or EMPTY, tongue)


def _edge(name: str, edge: tuple[str, float] | None) -> str:
    if edge is None:
        return f'<a:{name} {SPACES} w="0"><a:noFill/></a:{name}>'
    colour, width = edge
    fill = f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
    return f'<a:{name} {SPACES} w="{round(width * Pt(1))}" cap="flat">{fill}</a:{name}>'
