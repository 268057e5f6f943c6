"""Figures and tables of numbers as what fills slides: native charts, tables with tinted cells, pictures."""

import io
from collections.abc import Iterator, Sequence

from PIL import Image

from dashboard.briefing.deck.scene import Scene
from dashboard.briefing.deck.slide import Body, Cell, Charts, Picture, Table
from dashboard.briefing.deck.texts import Paragraph, Run, said
from dashboard.charts.palette import PAPER
from dashboard.content.figure import Figure
from dashboard.content.plotted import Panel, Plotted, X
from dashboard.drawing import png, svg

SMALL_MULTIPLES = 6  # on a slide
COLOURS = 128  # of a picture
PICTURE = 1040  # px that a picture is wide before it is made twice as fine: its letters are then about 10 points
HEAD, NARROW, FEW = 0.3, 0.24, 6  # of a table's width: the names of its rows; beside more than a few columns


def drawn(part: Figure, scene: Scene) -> Iterator[Body]:
    """A figure as charts, or as a picture where no spreadsheet has such a chart."""
    found = scene.brief.exhibit(part, scene.section)
    panels = [panel for panel in (found.panels(scene.lang) if found else ()) if panel.series]
    if part.plotted is None or not panels:
        yield picture(part, scene)
        return
    for start in range(0, len(panels), SMALL_MULTIPLES):
        shown = tuple(panels[start : start + SMALL_MULTIPLES])
        yield Charts(part.plotted.form, shown, part.caption.alt, _owners(part, part.plotted, panels))


def picture(part: Figure, scene: Scene) -> Picture:
    """The figure of the screen as a PNG in the shape of the slide's room."""
    room = scene.stage.room("Pocket Chart")
    high = round(PICTURE * room.high / room.wide)
    drawing = svg(part.chart, part.caption, PICTURE, high, dark=scene.stage.looks.dark)
    return Picture(_small(png(drawing, PICTURE), scene.stage.looks.of(PAPER)), part.caption.alt)


def _small(picture: bytes, paper: str) -> bytes:
    """The picture on paper, in as few colours as it needs: a third of the bytes."""
    drawn = Image.open(io.BytesIO(picture)).convert("RGBA")
    whole = Image.new("RGBA", drawn.size, f"#{paper}")
    whole.alpha_composite(drawn)
    file = io.BytesIO()
    whole.convert("RGB").quantize(COLOURS, Image.Quantize.MEDIANCUT).save(file, "PNG", optimize=True)
    return file.getvalue()


def _owners(part: Figure, plotted: Plotted, panels: Sequence[Panel]) -> dict[X, str]:
    """Category -> the market that its one bar is of; nothing where bars are of no market each."""
    rows = part.rows[: plotted.most]
    names = panels[0].categories
    if len(panels) > 1 or len(panels[0].series) > 1 or len(names) != len(rows):
        return {}
    owners = zip(names, (getattr(row, "market", None) for row in rows), strict=True)
    return {name: str(market) for name, market in owners if market}


def tabled(part: Figure, scene: Scene) -> Table:
    """Numbers of which each column (a series) has a ground as strong as their share of it."""
    found = scene.brief.exhibit(part, scene.section)
    [panel] = found.panels(scene.lang) if found else ()
    totals = [sum(value or 0 for _, value in one.points) or 1 for one in panel.series]
    strongest = max(
        (value or 0) / total for one, total in zip(panel.series, totals, strict=True) for _, value in one.points
    )
    columns = [dict(one.points) for one in panel.series]
    rows = []
    for name in panel.categories:
        cells = [Cell((said(str(name), 11),))]
        for column, total in zip(columns, totals, strict=True):
            value = column.get(name)
            text = scene.lang.number(value) if value else "·"
            ground = scene.stage.looks.tone((value or 0) / total / (strongest or 1)) if value else ""
            cells.append(Cell((said(text, 11, align="ctr", muted=not value),), ground))
        rows.append(tuple(cells))
    head = (Cell(), *(Cell((Paragraph((Run(one.name, bold=True),), 11, align="ctr"),)) for one in panel.series))
    return Table(shares(len(panel.series)), head, tuple(rows), part.caption.alt)


def shares(count: int) -> tuple[float, ...]:
    """Widths of a column of names and so many of numbers."""
    head = HEAD if count <= FEW else NARROW
    return (head, *[(1 - head) / max(count, 1)] * count)
