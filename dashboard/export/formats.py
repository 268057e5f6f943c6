"""A stand-in with the names of the exports to come: each file plain and without its looks."""

import io
import zipfile
from dataclasses import dataclass

import xlsxwriter

from dashboard.content.exhibit import Exhibit
from dashboard.content.view import View
from dashboard.drawing import png, svg
from dashboard.export.csv_file import csv_of
from dashboard.made import Made

WIDTH = 1200  # px
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Format:
    """What kind of file it is, as HTTP says it, and whether only a chart can be such a file."""

    media_type: str
    needs_chart: bool = False


FORMATS = {
    "csv": Format("text/csv; charset=utf-8"),
    "xlsx": Format(SHEET),
    "svg": Format("image/svg+xml", needs_chart=True),
    "png": Format("image/png", needs_chart=True),
}


def made(view: View, key: str, ending: str, *, dark: bool = False) -> Made:
    """One exhibit of a view as a file. Raises KeyError for what is not there."""
    exhibit = view.exhibits[key]
    return Made(f"{view.file(key)}.{ending}", FORMATS[ending].media_type, _content(exhibit, ending, view, dark))


def _content(exhibit: Exhibit, ending: str, view: View, dark: bool) -> bytes:
    if ending == "csv":
        return csv_of(exhibit.sheet, view.lang)
    if ending == "xlsx":
        return _book([exhibit])
    if not exhibit.figure:
        raise KeyError(ending)
    drawn = svg(exhibit.figure.chart, exhibit.caption, WIDTH, dark=dark)
    return drawn.encode() if ending == "svg" else png(drawn, WIDTH)


def page_workbook(view: View) -> Made:
    """A sheet for each exhibit."""
    return Made(f"{view.file()}.xlsx", SHEET, _book(list(view.exhibits.values())))


def package(view: View) -> Made:
    """A table for each exhibit."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for key, exhibit in view.exhibits.items():
            archive.writestr(f"{key}.csv", csv_of(exhibit.sheet, view.lang))
    return Made(f"{view.file()}.zip", "application/zip", file.getvalue())


def _book(exhibits: list[Exhibit]) -> bytes:
    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(file, options) as book:
        for number, exhibit in enumerate(exhibits, 1):
            sheet = book.add_worksheet(f"{number} {exhibit.key}"[:31])
            for row, line in enumerate([exhibit.sheet.titles, *exhibit.sheet.lines]):
                for column, cell in enumerate(line):
                    sheet.write(row, column, cell)
    return file.getvalue()
