"""Broken data folders: every fault is found, named with file, row, column and value, and nothing is published."""

import csv
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from dashboard.settings import settings
from dashboard.warehouse import Fault, check
from dashboard.warehouse.package import read_package

pytestmark = pytest.mark.slow


def read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def write(path: Path, rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def set_cell(folder: Path, table: str, row: int, column: str, value: str) -> None:
    """Overwrite one cell; `row` counts lines of the file from 1 (the header)."""
    rows = read(folder / f"{table}.csv")
    rows[row - 1][rows[0].index(column)] = value
    write(folder / f"{table}.csv", rows)


def only(faults: list[Fault]) -> Fault:
    assert len(faults) == 1, "\n".join(map(str, faults))
    return faults[0]


def test_the_shipped_facts_have_no_fault() -> None:
    assert check(settings().data) == []


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("indicators", "value", "many"),
        ("indicators", "year", "20x4"),
        ("companies", "employees", "1.234"),
        ("companies", "status", "asleep"),
        ("companies", "sector_id", "no-such-sector"),
        ("milestones", "company_id", "no-such-company"),
        ("companies", "city", "Atlantis"),
        ("companies", "name", "   "),
        ("sources", "url", "no address"),
        ("sources", "published", "March 2024"),
        ("postcodes", "lat", "951"),
        ("milestones", "description_en", ""),
    ],
)
def test_a_wrong_cell_is_named_with_its_place(data_folder: Path, table: str, column: str, value: str) -> None:
    set_cell(data_folder, table, 3, column, value)
    faults = [fault for fault in check(data_folder) if fault.file == f"{table}.csv"]
    assert any(column in str(fault.column) for fault in faults), faults
    assert all(fault.mend for fault in faults)
    if value:
        assert any(fault.row == 3 and fault.value == value for fault in faults), faults


def test_a_missing_column_is_named(data_folder: Path) -> None:
    rows = read(data_folder / "events.csv")
    position = rows[0].index("title_de")
    write(data_folder / "events.csv", [[c for i, c in enumerate(row) if i != position] for row in rows])
    faults = check(data_folder)
    assert any(fault.file == "events.csv" and "title_de" in str(fault) for fault in faults), faults


def test_a_duplicate_key_is_named(data_folder: Path) -> None:
    rows = read(data_folder / "sectors.csv")
    write(data_folder / "sectors.csv", [*rows, rows[-1]])
    fault = only(check(data_folder))
    assert (fault.file, fault.row) == ("sectors.csv", len(rows) + 1)


def test_a_wrong_encoding_is_named(data_folder: Path) -> None:
    text = (data_folder / "places.csv").read_text(encoding="utf-8")
    (data_folder / "places.csv").write_bytes(text.encode("latin-1", errors="replace"))
    faults = [fault for fault in check(data_folder) if fault.file == "places.csv"]
    assert any("UTF-8" in fault.mend for fault in faults), faults


def test_an_empty_and_a_missing_file_are_named(data_folder: Path) -> None:
    (data_folder / "themes.csv").write_bytes(b"")
    (data_folder / "desks.csv").unlink()
    named = {fault.file for fault in check(data_folder)}
    assert {"themes.csv", "desks.csv"} <= named


def test_a_large_file_that_was_cut_off_is_refused(data_folder: Path) -> None:
    with (data_folder / "events.csv").open("r+b") as file:
        file.truncate(200_000_000)  # sparse: takes no room
    fault = only(check(data_folder))
    assert fault.file == "events.csv" and "NUL" in fault.rule


def test_a_broken_package_is_named(data_folder: Path) -> None:
    (data_folder / "datapackage.json").write_text("{", encoding="utf-8")
    assert only(check(data_folder)).file == "datapackage.json"


NUMBERS = [
    (table.name, column.name)
    for table in read_package(settings().data).tables.values()
    for column in table.columns
    if column.sql_type in {"bigint", "double"}
]


@hypothesis_settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(where=st.sampled_from(NUMBERS), value=st.text("abcxyzäß%€,; ", min_size=1, max_size=6).filter(str.strip))
def test_words_in_any_number_column_are_found(data_folder: Path, where: tuple[str, str], value: str) -> None:
    table, column = where
    path = data_folder / f"{table}.csv"
    before = path.read_bytes()
    set_cell(data_folder, table, 2, column, value)
    faults = check(data_folder)
    path.write_bytes(before)
    assert any(f.file == path.name and f.row == 2 and f.column == column for f in faults), (
        where,
        value,
        faults,
    )


@hypothesis_settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    junk=st.binary(min_size=1, max_size=400),
    table=st.sampled_from(sorted(read_package(settings().data).tables)),
)
def test_junk_instead_of_a_table_is_a_fault_and_never_an_exception(data_folder: Path, junk: bytes, table: str) -> None:
    path = data_folder / f"{table}.csv"
    before = path.read_bytes()
    path.write_bytes(junk)
    faults = check(data_folder)
    path.write_bytes(before)
    assert faults


@pytest.mark.parametrize("text", ["{}", "[]", '{"resources": [{"name": "x"}]}', "{"])
def test_a_package_that_describes_no_tables_is_one_fault(data_folder: Path, text: str) -> None:
    (data_folder / "datapackage.json").write_text(text, encoding="utf-8")
    assert only(check(data_folder)).file == "datapackage.json"


def test_semicolons_instead_of_commas_are_named_with_their_file(data_folder: Path) -> None:
    path = data_folder / "postcodes.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",", ";"), encoding="utf-8")
    faults = check(data_folder)
    assert "postcodes.csv" in {fault.file for fault in faults} and all(fault.mend for fault in faults)
    assert not [fault for fault in faults if fault.file.startswith("(")], "nothing is left to the database to say"
