"""The faulty rows as a file: as they stand in the reader's, with what is wrong and how to mend it."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from dashboard.export.csv_file import guarded
from dashboard.intake.intake import Intake
from dashboard.intake.text import SEPARATORS
from dashboard.language import Language
from dashboard.warehouse.fault import Fault


def write_faulty(intake: Intake, faults: Sequence[Fault], target: Path, lang: Language) -> int:
    """Write the rows that have faults, as CSV or, if the name says so, as a workbook; how many there are."""
    lines = list(_lines(intake, faults, lang))
    added = lang.t("row"), lang.t("what is wrong"), lang.t("how to mend it")
    rows: list[list[Any]] = [[*added, *intake.proposal.read.heads], *lines]
    if target.suffix.lower() == ".xlsx":
        with xlsxwriter.Workbook(target, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
            sheet = book.add_worksheet()
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
            sheet.freeze_panes(1, 0)
            sheet.autofit()
        return len(lines)
    with target.open("w", encoding="utf-8-sig", newline="") as file:
        chosen = intake.proposal.read.chosen
        delimiter = chosen if len(chosen) == 1 and chosen in SEPARATORS else ","  # as in the reader's own
        csv.writer(file, delimiter=delimiter, lineterminator="\n").writerows(
            [guarded(str(cell)) for cell in row] for row in rows
        )
    return len(lines)


def _lines(intake: Intake, faults: Sequence[Fault], lang: Language) -> Iterator[list[Any]]:
    """A line for each row: its faults one below the other in a cell."""
    own = [fault for fault in faults if fault.file == intake.proposal.read.file and fault.row]
    numbers = sorted({fault.row for fault in own if fault.row})
    found = intake.connection.execute("from cells where row in (select unnest($rows))", {"rows": numbers}).fetchall()
    cells = {row: held for row, *held in found}
    for number in numbers:
        told = [fault for fault in own if fault.row == number]
        wrong = "\n".join(": ".join(filter(None, (one.column, lang.said(one.rule)))) for one in told)
        mend = "\n".join(dict.fromkeys(lang.said(one.mend) for one in told))
        yield [number, wrong, mend, *(cell or "" for cell in cells.get(number, []))]
