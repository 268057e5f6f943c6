"""All that could be printed of a briefing: its figures drawn, its chapters in pieces, its sources as lines."""

from collections.abc import Iterator
from dataclasses import replace

from dashboard.briefing.brief import Brief, Chapter
from dashboard.briefing.paper.plan import Matter
from dashboard.briefing.paper.stock import Looks, Picture, Pictures, stock
from dashboard.briefing.paper.told import cited_in, line
from dashboard.briefing.piece import Lines, Piece
from dashboard.briefing.read import read
from dashboard.charts.base import Chart
from dashboard.content.figure import Caption
from dashboard.content.parts import figures
from dashboard.drawing import svg
from dashboard.workshop.order import Report

COLUMN, ACROSS = 430, 1000  # px: so that the letters of a figure have 7 pt in a column of the page and across both
HIGH = 1.2  # times its height on a screen: a figure that is not for columns
LOWER, LOW = 0.8, 210  # of its height on the screen; px: no figure is made lower than that

Seen = set[tuple[str, str]]  # lines of lists: what stands before them, and their names


def matter(brief: Brief, looks: Looks, report: Report) -> Matter:
    """What could be printed; no line of a list twice."""
    pictures, seen = _pictures(brief, report), Seen()
    chapters = [
        ({"kind": "chapter", "title": one.title}, stock(list(_new(one, brief, seen)), pictures, looks, brief.lang))
        for one in brief.chapters
    ]
    printable = [(each.items, tuple(each.variants.values())) for _, found in chapters for each in found]
    cited = set(cited_in(printable))
    lines = {source: line(source, brief.number(source), brief.lang) for source in brief.sources if source in cited}
    return Matter({"kind": "head"}, chapters, {"kind": "foot", "columns": []}, lines)


def _new(chapter: Chapter, brief: Brief, seen: Seen) -> Iterator[Piece]:
    """The pieces of a chapter, without lines that stand in an earlier one; a list of which all do is left out."""
    for piece in read(chapter, brief.lang):
        if not isinstance(piece, Lines) or piece.whole or not piece.items:
            yield piece
        elif new := tuple(one for one in piece.items if (one.lead, one.name) not in seen):
            seen |= {(one.lead, one.name) for one in new}
            yield replace(piece, items=new, of=max(piece.of - len(piece.items), 0) + len(new))


def _pictures(brief: Brief, report: Report) -> Pictures:
    """Every figure drawn, by its key."""
    found = [one for chapter in brief.chapters for section in chapter.sections for one in figures(section)]
    drawn = {}
    for step, figure in enumerate(found, 1):
        report(step, len(found) + 1, figure.caption.title)
        drawn[figure.key] = _picture(figure.chart, figure.caption)
    report(len(found) + 1, len(found) + 1, brief.lang.t("Pages are set"))
    return drawn


def _picture(chart: Chart, caption: Caption) -> Picture:
    """In a column as on a phone, across both where a phone would need much more height than a screen; lower than either
    where it is not low already."""
    narrow = (chart.narrow or {}).get("height", chart.height)
    wide = narrow > HIGH * chart.height
    own = chart.height if wide else narrow
    height = int(max(LOWER * own, min(own, LOW)))
    return Picture(svg(chart, caption, ACROSS if wide else COLUMN, height, narrow=not wide), wide)
