"""A mistake is told once, where it was made, and in words that lead to its mending."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dashboard.cli import app
from dashboard.settings import settings
from dashboard.warehouse import check
from dashboard.warehouse.package import read_package
from tests.warehouse.test_check import only, read, set_cell, write

pytestmark = pytest.mark.slow


def test_every_fault_is_told(data_folder: Path) -> None:
    head, *lines = read(data_folder / "indicators.csv")
    assert len(lines) > 1000
    write(data_folder / "indicators.csv", [head, *[[*line[:4], "many", *line[5:]] for line in lines]])
    assert [fault.row for fault in check(data_folder)] == list(range(2, len(lines) + 2))


@pytest.mark.parametrize("table", ["places", "markets", "sources"])  # others point to each of them
@pytest.mark.parametrize("content", ["missing", "empty", "header", "semicolons"])
def test_what_points_to_a_file_that_cannot_be_read_is_not_blamed(data_folder: Path, table: str, content: str) -> None:
    path = data_folder / f"{table}.csv"
    text = path.read_text(encoding="utf-8")
    found = {"empty": " \n", "header": text.splitlines()[0] + "\n", "semicolons": text.replace(",", ";")}
    path.unlink()
    if content != "missing":
        path.write_text(found[content], encoding="utf-8")
    fault = only(check(data_folder))
    assert fault.file == path.name and fault.mend
    assert content != "semicolons" or "semicolons instead of commas" in fault.rule


def test_a_key_column_spelled_wrong_is_told_of_its_table_alone(data_folder: Path) -> None:
    set_cell(data_folder, "sources", 1, "source_id", "sourceid")
    assert {fault.file for fault in check(data_folder)} == {"sources.csv"}


def test_a_table_that_none_points_to_may_be_without_rows(data_folder: Path) -> None:
    write(data_folder / "events.csv", read(data_folder / "events.csv")[:1])
    assert check(data_folder) == []


def test_the_faults_of_the_other_files_are_told_too(data_folder: Path) -> None:
    (data_folder / "markets.csv").unlink()
    set_cell(data_folder, "companies", 3, "status", "asleep")
    set_cell(data_folder, "companies", 4, "city", "Atlantis")
    assert {(f.file, f.row, f.value) for f in check(data_folder)} == {
        ("markets.csv", None, None),
        ("companies.csv", 3, "asleep"),
        ("companies.csv", 4, "Atlantis"),
    }


@pytest.mark.parametrize("separator", [",", ";"])
def test_the_first_cell_that_is_no_utf_8_is_named(data_folder: Path, separator: str) -> None:
    rows = read(data_folder / "places.csv")
    number, position = next((n, p) for n, row in enumerate(rows, 1) for p, cell in enumerate(row) if not cell.isascii())
    text = (data_folder / "places.csv").read_text(encoding="utf-8").replace(",", separator)
    (data_folder / "places.csv").write_bytes(text.encode("cp1252", errors="replace"))
    fault, *others = check(data_folder)
    place = fault.file, fault.row, fault.column, fault.value
    assert place == ("places.csv", number, rows[0][position], rows[number - 1][position])
    assert len(others) == (separator == ";")


def test_a_type_that_the_database_does_not_have_is_named(data_folder: Path) -> None:
    path = data_folder / "datapackage.json"
    package = json.loads(path.read_text(encoding="utf-8"))
    package["resources"][0]["schema"]["fields"][1]["type"] = "date"
    path.write_text(json.dumps(package), encoding="utf-8")
    fault = only(check(data_folder))
    assert fault.file == path.name and "column title has the type date" in fault.rule


def test_a_package_that_contradicts_itself_is_a_fault(data_folder: Path) -> None:
    path = data_folder / "datapackage.json"
    package = json.loads(path.read_text(encoding="utf-8"))
    package["resources"][0]["schema"]["fields"][1]["constraints"]["minimum"] = "a"
    path.write_text(json.dumps(package), encoding="utf-8")
    assert only(check(data_folder)).file == path.name


def test_an_empty_cell_that_must_be_filled_is_said_in_words(data_folder: Path) -> None:
    set_cell(data_folder, "companies", 3, "name", "")
    fault = only(check(data_folder))
    assert (fault.row, fault.column, fault.rule) == (3, "name", "must not be empty") and "Fill" in fault.mend
    told = CliRunner().invoke(app, ["check", str(data_folder)]).output
    assert "1 fault in" in told


@pytest.mark.parametrize("line", ["\n", 18 * "," + "\n"])
def test_empty_lines_are_told_once(data_folder: Path, line: str) -> None:
    path = data_folder / "events.csv"
    rows = read(path)
    assert len(rows[0]) == 19
    path.write_text(path.read_text(encoding="utf-8") + 30 * line, encoding="utf-8")
    assert only(check(data_folder)).row == len(rows) + 1


@pytest.mark.parametrize(
    ("table", "column", "value", "advice"),
    [
        ("sources", "tertiary", "WAHR", "Write true or false."),
        ("sources", "tertiary", "ja", "Write true or false."),
        ("sources", "published", "08.09.2001", "Write it like this: 2001-09-08."),
        ("sources", "published", "9.2001", "Write it like this: 2001-09."),
        ("sources", "published", "March 2024", "Write it like this: 2024-03-15."),
        ("sources", "url", "www.example.org", "Write it like this: https://www.example.org/figures."),
        ("companies", "status", "asleep", "Write one of these: active, announced, left, unknown."),
        ("companies", "employees", "-3", "Correct the number."),
    ],
)
def test_the_advice_fits_the_column(data_folder: Path, table: str, column: str, value: str, advice: str) -> None:
    set_cell(data_folder, table, 3, column, value)
    fault = only(check(data_folder))
    assert (fault.row, fault.column, fault.value, fault.mend) == (3, column, value, advice)


def test_every_example_fits_its_pattern() -> None:
    columns = [column for table in read_package(settings().data).tables.values() for column in table.columns]
    patterns = [column for column in columns if "pattern" in column.constraints and "example" in column.raw]
    assert patterns
    for column in patterns:
        assert re.fullmatch(column.constraints["pattern"], column.raw["example"]), column.name


@pytest.mark.parametrize("cells", [-1, 2])
def test_a_row_of_another_length_is_told_once_and_without_what_is_not_there(data_folder: Path, cells: int) -> None:
    rows = read(data_folder / "sources.csv")
    width = len(rows[0])
    rows[3] = rows[3][:cells] if cells < 0 else [*rows[3], *"xy"[:cells]]
    write(data_folder / "sources.csv", rows)
    fault = only(check(data_folder))
    assert (fault.row, fault.rule) == (4, f"the row has {width + cells} cells instead of {width}")
    assert "None" not in str(fault)


def test_an_empty_key_is_told_as_an_empty_cell(data_folder: Path) -> None:
    set_cell(data_folder, "events", 2, "event_id", "")
    assert only(check(data_folder)).rule == "must not be empty"
