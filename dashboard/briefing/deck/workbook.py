"""The numbers behind a chart, as PowerPoint opens them to edit: a workbook of our own without any formula."""

import io
import re
from collections.abc import Iterator
from typing import Any

from pptx.oxml.ns import qn
from xlsxwriter import Workbook

REFERENCE = re.compile(r"\$([A-Z]+)\$(\d+)")
PLAIN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def own_workbook(chart: Any) -> None:
    """Put it in place of the one that came with the chart: what the chart shows, cell by cell where it looks for it."""
    file = io.BytesIO()
    with Workbook(file, PLAIN) as book:
        sheet = book.add_worksheet("Sheet1")
        sheet.set_column(0, 0, 32)
        for row, column, value in _cells(chart._chartSpace):
            if isinstance(value, str):
                sheet.write_string(row, column, value)
            else:
                sheet.write_number(row, column, value)
    chart.part.chart_workbook.update_from_xlsx_blob(file.getvalue())


def _cells(chart: Any) -> Iterator[tuple[int, int, str | float]]:
    """Row, column (from 0) and value of all that the chart refers to."""
    for reference in [*chart.iter(qn("c:strRef")), *chart.iter(qn("c:numRef"))]:
        letters, number = REFERENCE.findall(reference.find(qn("c:f")).text)[0]
        column = sum((ord(letter) - 64) * 26**place for place, letter in enumerate(reversed(letters))) - 1
        is_number = reference.tag == qn("c:numRef")
        for point in reference.iter(qn("c:pt")):
            text = point.find(qn("c:v")).text or ""
            yield int(number) - 1 + int(point.get("idx")), column, float(text) if is_number else text
