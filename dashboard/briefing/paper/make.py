"""A briefing as PDF: what could be printed is measured once, what is printed is planned, then it is set."""

from collections.abc import Sequence
from datetime import UTC, datetime, time

from dashboard.briefing.brief import LONGEST, Brief
from dashboard.briefing.paper.flow import Block, Row
from dashboard.briefing.paper.matter import matter
from dashboard.briefing.paper.plan import SOURCE, UNDER, Height, Matter, Sheet, planned
from dashboard.briefing.paper.told import Told, paragraphs, plain
from dashboard.briefing.paper.typeset import Document
from dashboard.briefing.piece import silent
from dashboard.charts.palette import INK
from dashboard.made import Made
from dashboard.settings import settings
from dashboard.workshop.order import Report

PDF = "application/pdf"
MM = 72 / 25.4  # pt
PAPER = Sheet(
    "paper.typ", (270 * MM,) * 2, 182 * MM, columns=2, listed=3, gutter=6 * MM, abreast=5, smallest=6.5, noted=LONGEST
)
CARD = Sheet(
    "card.typ", (134 * MM,) * 4, 91 * MM, columns=1, listed=1, gutter=0, abreast=3, smallest=6, noted=300, late=1.5
)


def paper(brief: Brief, report: Report = silent) -> Made:
    """Two pages A4; one if there is less to say."""
    return _made(PAPER, brief, "pdf", report)


def card(brief: Brief, report: Report = silent) -> Made:
    """One page A4 that folds twice to a card of four pages A6."""
    return _made(CARD, brief, "card.pdf", report)


def _made(sheet: Sheet, brief: Brief, ending: str, report: Report) -> Made:
    everything = matter(brief, sheet.looks, report)
    pages, counts = planned(everything, sheet, _measured(everything, sheet, brief))
    parts = everything.parts(counts)
    shown = [[_row(row, place, parts) for place, row in enumerate(page)] for page in pages]
    data = plain({"pages": shown, "besides": everything.besides(counts)}, brief.number)
    made = datetime.combine(brief.view.date, time(), UTC)
    document = Document(sheet.template, {**about(brief, sheet), **data})
    return Made(brief.file(ending), PDF, document.pdf(int(made.timestamp())))


def _measured(everything: Matter, sheet: Sheet, brief: Brief) -> Height:
    """How high each piece is as the template sets it; those with a heading with the longest that it can have."""
    parts, found = everything.parts({}), list(everything.set_in(sheet))
    least = {(chapter, 0): 1 for chapter in range(len(everything.chapters))}  # so that all else has to be named
    atoms = [{"width": width, "told": {**told, "part": parts.get(id(told), "")}} for told, width in found]
    data = {**about(brief, sheet), **plain({"atoms": atoms, "besides": everything.besides(least)}, brief.number)}
    heights = Document(sheet.template, data).heights()
    high = {id(told): tall for (told, _), tall in zip(found, heights, strict=True)}
    return lambda told: high[id(told)]


def _row(row: Row, place: int, parts: dict[int, str]) -> list[list[Told]]:
    """The columns of a row, which keeps its distance to the one above."""
    return [_column(column, parts, column[0].gap if place else 0) for column in row.columns]


def _column(column: Sequence[Block], parts: dict[int, str], gap: float) -> list[Told]:
    """What stands below one another, each with its distance (pt) to what is above; lines of one list together."""
    found: list[Told] = []
    for block in column:
        for place, told in enumerate(block.told):
            if told["kind"] == "line" and found and found[-1]["kind"] == "lines":
                found[-1]["items"].append(told)
            else:
                above = UNDER if place else block.gap if found else gap
                said = {"kind": "lines", "items": [told]} if told["kind"] == "line" else told
                found.append({**said, "part": parts.get(id(told), ""), "gap": above})
    return found


def about(brief: Brief, sheet: Sheet) -> Told:
    """What stands around the chapters, and on what paper."""
    looks = {"accent": (brief.market and brief.market.colour) or INK[0], "gutter": sheet.gutter, "spacing": SOURCE}
    looks |= {"columns": sheet.columns, "listed": sheet.listed, "abreast": sheet.abreast, "smallest": sheet.smallest}
    data: Told = plain({**looks, **_said(brief)}, brief.number)
    return {**data, "note": paragraphs(brief.note, sheet.noted)}


def _said(brief: Brief) -> Told:
    lang, count = brief.lang, len(brief.sources)
    base = settings().public_address.rstrip("/")
    words = {
        "sources": lang.t("Sources"),
        "besides": lang.t("Also on the page"),
        "all": lang.n("{count} source in all: see the page in the dashboard.",
                      "{count} sources in all: see the page in the dashboard.", count),
    }  # fmt: skip
    return {
        "lang": lang.code,
        "title": brief.title,
        "subtitle": brief.subtitle,
        "dated": brief.dated,
        "by": lang.organisation,
        "filters": brief.filters,
        "url": f"{base}/{brief.view.page.name}?{brief.view.query}" if base else "",
        "words": words,
    }
