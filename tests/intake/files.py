"""Files as others save them, and what comes of importing one."""

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from dashboard.intake.answers import Answers
from dashboard.intake.intake import propose
from dashboard.intake.proposal import Proposal
from dashboard.settings import ROOT

DATA = ROOT / "data"
SOURCE = "innovations-report-2013-heimat-im-hammfeld"
HEADS = ("Firma", "Land", "Ort", "Branche", "Funktion", "Status", "Quelle")
ROW = ("Neue Werke GmbH", "Japan", "Neuss", "Banken & Finanzen", "Vertrieb", "Aktiv", SOURCE)
Cells = Sequence[Sequence[Any]]


def text(rows: Cells, separator: str = ",") -> str:
    """The rows as CSV."""
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=separator, lineterminator="\n").writerows(rows)
    return file.getvalue()


def saved(folder: Path, rows: Cells, separator: str = ",", code: str = "utf-8", name: str = "list.csv") -> Path:
    """A CSV file of them."""
    path = folder / name
    path.write_bytes(text(rows, separator).encode(code))
    return path


def book(folder: Path, sheets: Mapping[str, Cells], name: str = "list.xlsx") -> Path:
    """A workbook of them."""
    path = folder / name
    with xlsxwriter.Workbook(path, {"default_date_format": "dd.mm.yyyy", "strings_to_formulas": False}) as made:
        for title, rows in sheets.items():
            sheet = made.add_worksheet(title)
            for number, row in enumerate(rows):
                for place, cell in enumerate(row):
                    sheet.write(number, place, cell)
    return path


def imported(path: Path, table: str = "companies", answers: Answers | None = None, data: Path = DATA) -> Proposal:
    """What importing it would do; its content is gone with it."""
    with propose(path, table, data, answers or Answers()) as intake:
        return intake.proposal


def new_table(path: Path, table: str = "companies", answers: Answers | None = None) -> list[dict[str, str]]:
    """The table as it would be."""
    with propose(path, table, DATA, answers or Answers()) as intake:
        assert not intake.proposal.faults, intake.proposal.faults
        assert intake.proposal.content, intake.proposal.questions
        with intake.proposal.content.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))
