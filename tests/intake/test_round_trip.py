"""What was exported and is imported again differs in nothing."""

import io
import zipfile
from pathlib import Path

import pytest

from dashboard.app_pages import PAGES
from dashboard.content.view import view
from dashboard.export.data_package import zipped
from dashboard.intake.answers import Answers
from dashboard.intake.intake import propose
from dashboard.speaking import language
from dashboard.warehouse.package import read_package
from tests.intake.files import DATA, book, imported, saved

TABLES = list(read_package(DATA).tables)
QUOTED = {"markets"}  # the database quotes cells that begin with #, which changes nothing


@pytest.mark.slow
@pytest.mark.parametrize("table", TABLES)
def test_every_table_comes_back_to_the_byte(table: str) -> None:
    with propose(DATA / f"{table}.csv", table, DATA, Answers()) as intake:
        proposal = intake.proposal
        assert not proposal.differs and not proposal.faults and not proposal.questions
        assert proposal.content
        if table not in QUOTED:
            assert proposal.content.read_bytes() == (DATA / f"{table}.csv").read_bytes()


@pytest.mark.slow
def test_the_facts_of_an_exported_package(tmp_path: Path) -> None:
    shown = view(PAGES["companies"], {"market": ["JP"]}, language("de"))
    with zipfile.ZipFile(io.BytesIO(zipped(shown))) as archive:
        names = [name for name in archive.namelist() if name.startswith("facts/")]
        archive.extractall(tmp_path, names)
    assert "facts/companies.csv" in names
    for name in names:
        found = imported(tmp_path / name, Path(name).stem)
        assert not found.differs and not found.faults and found.unchanged, (name, found.changes, found.faults)


def test_a_workbook_of_a_table(tmp_path: Path) -> None:
    import csv

    with (DATA / "indicators.csv").open(encoding="utf-8", newline="") as file:
        head, *lines = csv.reader(file)
    numbers = [
        [float(cell) if head[place] in ("year", "value") else cell for place, cell in enumerate(row)] for row in lines
    ]
    found = imported(book(tmp_path, {"x": [head, *numbers]}), "indicators")
    assert not found.differs and not found.faults and found.unchanged == len(lines)
    german = [
        [cell.replace(".", ",") if head[place] == "value" else cell for place, cell in enumerate(row)] for row in lines
    ]
    found = imported(saved(tmp_path, [head, *german], ";", "utf-16"), "indicators")
    assert not found.differs and not found.faults and found.unchanged == len(lines)
