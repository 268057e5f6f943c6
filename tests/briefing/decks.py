"""Decks as the tests read them: back from the file, with no help of who made it."""

import io
from collections.abc import Iterator
from functools import cache
from typing import Any

from lxml import etree
from openpyxl import load_workbook
from openxml_audit import validate_pptx
from pptx import Presentation

from dashboard.app_pages import PAGES
from dashboard.briefing.brief import Brief
from dashboard.briefing.chapters import brief
from dashboard.briefing.deck import deck
from dashboard.content.choice import fields
from dashboard.speaking import language

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
Ranges = dict[str, dict[int, str | float]]  # reference -> position -> value


def about(page: str, lang: str, *markets: str, note: str = "") -> Brief:
    """The briefing of a page on these markets."""
    keys = [field.key for _, field in fields(PAGES[page].choice) if field.key in ("market", "markets")]
    return brief(page, {key: list(markets) for key in keys if markets}, language(lang), note=note)


@cache
def file_of(page: str, lang: str, *markets: str, dark: bool = False) -> bytes:
    """The file of one, made once."""
    return deck(about(page, lang, *markets), dark=dark).content


def opened(content: bytes) -> Any:
    """As python-pptx reads it."""
    return Presentation(io.BytesIO(content))


def faults(content: bytes, folder: Any) -> list[str]:
    """What is against the Open XML schemas."""
    path = folder / "deck.pptx"
    path.write_bytes(content)
    return [str(error) for error in validate_pptx(path).errors]


def charts(made: Any) -> Iterator[Any]:
    """Every chart."""
    for slide in made.slides:
        yield from (shape.chart for shape in slide.shapes if shape.has_chart)


def cached(chart: Any) -> Ranges:
    """What a chart shows, by the cells in which it looks for it."""
    found: Ranges = {}
    for reference in chart._chartSpace.iter(f"{C}numRef", f"{C}strRef"):
        is_number = reference.tag == f"{C}numRef"
        points = {
            int(point.get("idx")): point.findtext(f"{C}v")
            for point in reference.iter(f"{C}pt")
            if point.findtext(f"{C}v")
        }
        found[reference.findtext(f"{C}f")] = {at: float(text) if is_number else text for at, text in points.items()}
    return found


def embedded(chart: Any) -> Any:
    """The sheet behind it, formulas and all."""
    return load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active


def values(sheet: Any, reference: str) -> dict[int, Any]:
    """The cells of a range that are not empty, by their position."""
    area = sheet[reference.split("!")[1].replace("$", "")]
    cells = [cell for (cell,) in area] if isinstance(area, tuple) else [area]
    return {at: cell.value for at, cell in enumerate(cells) if cell.value not in (None, "")}


def elements(made: Any) -> Iterator[etree._Element]:
    """The root of every slide, of its notes and of its charts."""
    for slide in made.slides:
        yield slide._element
        yield slide.notes_slide._element
    yield from (chart._chartSpace for chart in charts(made))


def texts(made: Any) -> list[str]:
    """All that is written on the slides, a line for each paragraph."""
    found = []
    for slide in made.slides:
        for paragraph in slide._element.iter(f"{A}p"):
            found.append("".join(text.text or "" for text in paragraph.iter(f"{A}t")))
    return found
