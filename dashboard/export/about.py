"""What a workbook says of its exhibits besides their tables: where they are from, and what they count."""

import re
from collections.abc import Sequence
from datetime import date
from typing import TypeAlias

from dashboard.content.exhibit import Exhibit
from dashboard.content.extract import Cell, Heading, Sheet
from dashboard.content.sources import Source
from dashboard.content.view import View
from dashboard.export.cells import LONGEST, Pen
from dashboard.export.told import sources, told
from dashboard.language import Language

Named: TypeAlias = Sequence[tuple[str, Exhibit]]  # exhibits after the names of their sheets
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def sources_sheet(named: Named, lang: Language) -> Sheet:
    """A line for each source, with the sheets that have something from it."""
    used: dict[Source, list[str]] = {}
    for name, exhibit in named:
        for source in sources(exhibit):
            used.setdefault(source, []).append(name)
    titles = ("Title", "Publisher", "Published", "Address", "Reliability", "Sheets")
    words = (lang.t("Title"), lang.t("Publisher"), lang.t("Published"), lang.t("Address"), lang.t("Kind"))
    heads = map(Heading, titles, (*words, lang.t("Sheets")), ("", "", "", "url", "", ""))
    doubt = lang.t("not a publisher's own report")
    lines = (
        (one.title, one.publisher, _day(one.published), one.url, doubt if one.tertiary else "", "; ".join(names))
        for one, names in used.items()
    )
    return Sheet(tuple(heads), tuple(lines))


def definitions_sheet(named: Named, lang: Language) -> Sheet:
    """A line for each definition of each exhibit, and for what is counted in it."""
    heads = (Heading("sheet", lang.t("Sheet")), Heading("definition", lang.t("What is counted")))
    found = (
        (name, text) for name, one in named for text in (*one.definitions, one.sources.counted) if text
    )  # fmt: skip
    return Sheet(heads, tuple(found))


def _day(published: str) -> Cell:
    """A day as a day; of a month or a year alone there is none."""
    return date.fromisoformat(published) if DAY.fullmatch(published) else published


def put_about(pen: Pen, view: View, named: Named, cut: int) -> None:
    """What the workbook shows; how many of its texts were `cut`; its sheets, to go to."""
    lang, sheet, bold = view.lang, pen.sheet, pen.formats["bold"]
    lines = told(view, named[0][1] if len(named) == 1 else None)
    for row, (label, value) in enumerate(lines):
        sheet.write_string(row, 0, label, bold)
        pen.put(row, 1, value, "url" if value == view.address else "", "left")
    if cut:
        pen.put(len(lines), 1, _cut(cut, lang))
    start = len(lines) + 2
    for place, word in enumerate((lang.t("Sheet"), lang.t("Title"), lang.t("Lines"))):
        sheet.write_string(start, place, word, bold)
    for row, (name, exhibit) in enumerate(named, start + 1):
        sheet.write_url(row, 0, f"internal:'{name}'!A1", string=name)
        pen.put(row, 1, " · ".join(filter(None, [exhibit.caption.title, exhibit.caption.subtitle])))
        pen.put(row, 2, len(exhibit.sheet.lines), "count")
    sheet.set_column(0, 0, 32)
    sheet.set_column(1, 1, 100)


def _cut(count: int, lang: Language) -> str:
    return lang.n(
        "{count} text is longer than the {most} letters of a cell: it ends in “…”, and is whole in the CSV.",
        "{count} texts are longer than the {most} letters of a cell: they end in “…”, and are whole in the CSV.",
        count,
        most=lang.number(LONGEST),
    )
