"""Exhibits as a workbook: a sheet each with its table and its chart, and what is to be known about them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from tempfile import TemporaryFile
from typing import Any

import xlsxwriter

from dashboard.content.exhibit import Exhibit
from dashboard.content.extract import Sheet
from dashboard.content.view import View
from dashboard.export.about import definitions_sheet, put_about, sources_sheet
from dashboard.export.cells import HEAD, MOST_LINES, NARROWEST, WIDEST, Formats, Pen, formats
from dashboard.export.clean import clean
from dashboard.export.native import KINDS, WIDTH, Block, block, chart
from dashboard.export.sheet_names import sheet_names
from dashboard.language import Language

LARGE = 20_000  # lines; a table of more is written as it goes, so that it takes no memory
OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
SAMPLE = 200  # lines that say how wide a column is
A4 = 9
COLUMN = 64  # px, of a column that nobody has set
AWAY = WIDTH // COLUMN + 3  # columns from a table to the numbers of its charts; the charts stand between them
LINE = 20  # px
ROW = 15  # points, of a line of text
BESIDE = 16  # letters, of a column of numbers of a chart


class TooLong(ValueError):
    """A table has more lines than a sheet can have."""


def workbook(view: View, exhibits: Sequence[Exhibit]) -> bytes:
    """XLSX of these exhibits of a view."""
    lines = max((len(exhibit.sheet.lines) for exhibit in exhibits), default=0)
    if lines > MOST_LINES:
        raise TooLong(view.lang.t("A workbook holds at most {count} lines.", count=view.lang.number(MOST_LINES)))
    options = {**OPTIONS, "constant_memory": lines > LARGE, "remove_timezone": True}
    with TemporaryFile() as file:  # in memory a large one would stand twice while it grows
        book = xlsxwriter.Workbook(file, options)
        _properties(book, view, exhibits)
        _write(_Book(book, formats(book), view.lang, lines <= LARGE, view.market), view, exhibits)
        book.close()
        file.seek(0)
        return file.read()


def _properties(book: Any, view: View, exhibits: Sequence[Exhibit]) -> None:
    title = exhibits[0].caption.title if len(exhibits) == 1 else view.title
    words = {"title": clean(title), "subject": clean(view.title), "author": "Pocket World", "comments": view.address}
    book.set_properties(words | {"created": datetime.combine(view.date, time())})
    book.set_custom_property("Language", view.lang.code)
    book.set_custom_property("Data version", view.version)


@dataclass(frozen=True)
class _Book:
    """A workbook while it is written; `links`: whether addresses in tables can be followed; `market`: the one that all
    of it is about, if it is one."""

    book: Any
    formats: Formats
    lang: Language
    links: bool
    market: str

    def sheet(self, name: str) -> Pen:
        """A new sheet."""
        return Pen(self.book.add_worksheet(name), self.formats, links=self.links)


def _write(book: _Book, view: View, exhibits: Sequence[Exhibit]) -> None:
    """Every sheet; the first is written last, for it says how many texts were cut."""
    t = view.lang.t
    own = t("About"), t("Sources"), t("Definitions")
    named = list(zip(sheet_names((one.caption.title for one in exhibits), own), exhibits, strict=True))
    about, pens = book.sheet(own[0]), [_exhibit(book, name, exhibit) for name, exhibit in named]
    rest = zip(own[1:], (sources_sheet(named, view.lang), definitions_sheet(named, view.lang)), strict=True)
    pens += [_table(book, name, sheet) for name, sheet in rest if sheet.lines]
    put_about(about, view, named, sum(pen.cut for pen in pens))
    if len(named) == 1:
        pens[0].sheet.activate()


def _exhibit(book: _Book, name: str, exhibit: Exhibit) -> Pen:
    """Its table and, to the right of it, its charts one below the other and then their numbers."""
    drawn, wide = exhibit.figure and exhibit.figure.plotted, len(exhibit.sheet.headings)
    if not (drawn and drawn.form in KINDS):
        return _table(book, name, exhibit.sheet)
    blocks = [block(panel, drawn.form, book.lang) for panel in exhibit.panels(book.lang)]
    pen = _table(book, name, exhibit.sheet, blocks)
    row, column = 1, wide + AWAY
    for own in blocks:
        title = ": ".join(filter(None, [exhibit.caption.title, own.panel.name]))
        made = chart(book.book, name, own, column, drawn.form, title, book.market)
        pen.sheet.insert_chart(row, wide + 1, made, {"description": clean(exhibit.caption.alt or title)})
        row, column = row + round(made.height / LINE) + 2, column + len(own.headings)
    return pen


def _table(book: _Book, name: str, table: Sheet, beside: Sequence[Block] = ()) -> Pen:
    """A sheet with a table, line by line, and the numbers of charts beside it."""
    pen, start = book.sheet(name), len(table.headings) + AWAY
    headings = [heading for own in beside for heading in own.headings]
    columns = [column for own in beside for column in own.columns]
    pen.heads(table.headings)
    pen.heads(headings, start)
    for row in range(max([len(table.lines), *map(len, columns)])):
        if row < len(table.lines):
            pen.line(row + 1, table.headings, table.lines[row])
        signs = [sign for own in beside for sign in own.signs(row)]
        pen.line(row + 1, headings, [own[row] if row < len(own) else None for own in columns], start, signs)
    _layout(pen.sheet, table)
    pen.sheet.set_column(start, start + max(len(headings) - 1, 0), BESIDE)
    return pen


def _layout(sheet: Any, table: Sheet) -> None:
    """Its head stays and filters, columns are as wide as what they hold; on paper it is as wide as the paper."""
    last = max(len(table.lines), 1), max(len(table.headings) - 1, 0)
    sheet.set_row(0, 2 * ROW)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, *last)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.print_area(0, 0, *last)
    for place, heading in enumerate(table.headings):
        cells = (len(str(line[place])) for line in table.lines[:SAMPLE] if line[place] is not None)
        wide = max([NARROWEST, min(len(heading.title), HEAD) + 3, *cells])
        sheet.set_column(place, place, min(wide, WIDEST))
