"""Tables that the database reads: the same rows, and the same faults in the same words, as read row by row."""

import json
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from dashboard.settings import settings
from dashboard.warehouse import build, check, large, suspects
from dashboard.warehouse.package import read_package
from tests.warehouse.test_check import only, read, set_cell, write

pytestmark = pytest.mark.slow
Mend = Callable[[Path], None]


def rows(file: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every table of the package in a warehouse file, in the order of its rows."""
    with duckdb.connect(file, read_only=True) as connection:
        names = read_package(settings().data).tables
        return {name: connection.execute(f"from {name} order by rowid").fetchall() for name in names}


def as_parquet(folder: Path, employees: str = "try_cast(employees as double)", columns: str = "*") -> None:
    """Let the companies be a Parquet file with typed columns, which the package names."""
    path = folder / "companies.csv"
    typed = f"select * replace (try_cast(established as integer) as established, {employees} as employees)"
    target = f"'{folder}/companies.parquet' (format parquet)"
    with duckdb.connect() as connection:
        source = f"read_csv('{path}', all_varchar = true, header = true)"
        connection.execute(
            f"copy (select {columns} from ({typed} from {source})) to {target}"  # noqa: S608 (names from above)
        )
    path.unlink()
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    companies = next(table for table in package["resources"] if table["name"] == "companies")
    companies |= {"path": "companies.parquet", "format": "parquet"}
    (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")


def test_what_is_loaded_is_the_same(data_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    set_cell(data_folder, "companies", 3, "employees", "１２０")
    set_cell(data_folder, "companies", 3, "employees_year", " 2020")
    set_cell(data_folder, "companies", 4, "name", 'Mu\u0308ller "Blue", Sons')
    build(data_folder, tmp_path / "small.duckdb", public=True)
    monkeypatch.setattr(large, "LARGE", 0)
    assert check(data_folder) == []
    build(data_folder, tmp_path / "large.duckdb", public=True)
    expected = rows(tmp_path / "small.duckdb")
    assert rows(tmp_path / "large.duckdb") == expected
    assert ("Müller" in str(expected["companies"][2])) and (120 in expected["companies"][1])


def test_a_table_may_be_parquet(data_folder: Path, tmp_path: Path) -> None:
    build(data_folder, tmp_path / "csv.duckdb", public=True)
    as_parquet(data_folder)
    assert check(data_folder) == []
    build(data_folder, tmp_path / "parquet.duckdb", public=True)
    assert rows(tmp_path / "parquet.duckdb") == rows(tmp_path / "csv.duckdb")


def cells(*wrong: tuple[str, str, str]) -> Mend:
    """Change a cell of each of these tables and columns, of another row each time."""

    def change(folder: Path) -> None:
        for row, (table, column, value) in enumerate(wrong, 3):
            set_cell(folder, table, row, column, value)

    return change


def twice(folder: Path) -> None:
    lines = read(folder / "companies.csv")
    write(folder / "companies.csv", [*lines, lines[20]])


def torn(folder: Path) -> None:
    lines = read(folder / "companies.csv")
    write(folder / "companies.csv", [*lines[:9], lines[9][:-2], *lines[10:]])


def text(change: Callable[[str], str]) -> Mend:
    def write_again(folder: Path) -> None:
        path = folder / "companies.csv"
        path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")

    return write_again


WRONG: dict[str, Mend] = {
    "cells": cells(
        ("companies", "employees", "1.234"),
        ("companies", "employees", "-3"),
        ("companies", "employees", "99999999999999999999"),
        ("companies", "established", "20x4"),
        ("companies", "established", "3019"),
        ("companies", "status", "asleep"),
        ("companies", "sector_id", "no-such-sector"),
        ("companies", "sector_id", ""),
        ("companies", "company_id", ""),
        ("companies", "city", "Atlantis"),
        ("companies", "name", "   "),
        ("companies", "name", "no\u200bwidth"),
        ("companies", "visibility", "secret"),
        ("milestones", "company_id", "no-such-company"),
        ("milestones", "doubted", "perhaps"),
        ("indicators", "value", "18.000"),
        ("indicators", "value", "many"),
        ("indicators", "year", "94"),
        ("sources", "url", "no address"),
        ("sources", "published", "March 2024"),
        ("postcodes", "lat", "951"),
    ),
    "what the checks find": cells(
        ("companies", "established", "2030"), ("companies", "employees", ""), ("companies", "note_de", "")
    ),
    "a postcode elsewhere": cells(("companies", "postcode", "40221"), ("companies", "postcode", "40221")),
    "twice": twice,
    "torn": torn,
    "empty lines": text(lambda told: told.replace("\n", "\n\n", 1)),
    "head": text(lambda told: told.replace("former_names", "formernames", 1)),
    "quotes": text(lambda told: told + 'a,"Blue" hall\n'),
    "no rows": text(lambda told: told.split("\n", 1)[0] + "\n"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_told_in_the_same_words(data_folder: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    WRONG[name](data_folder)
    expected = check(data_folder)
    monkeypatch.setattr(large, "LARGE", 0)
    assert sorted(map(str, check(data_folder))) == sorted(map(str, expected)) != []


def test_a_fault_of_a_parquet_file_is_told_by_row(data_folder: Path) -> None:
    set_cell(data_folder, "companies", 40, "status", "asleep")
    as_parquet(data_folder)
    fault = only(check(data_folder))
    assert (fault.file, fault.row, fault.column, fault.value) == ("companies.parquet", 40, "status", "asleep")


def test_a_file_that_is_no_parquet_is_told(data_folder: Path) -> None:
    as_parquet(data_folder)
    (data_folder / "companies.parquet").write_text("company_id,name\n", encoding="utf-8")
    assert check(data_folder)[0].file == "companies.parquet"


def test_no_number_is_an_empty_cell_of_a_parquet_file(data_folder: Path, tmp_path: Path) -> None:
    """As pandas writes it."""
    build(data_folder, tmp_path / "csv.duckdb", public=True)
    as_parquet(data_folder, "coalesce(try_cast(employees as double), 'nan'::double)")
    assert check(data_folder) == []
    build(data_folder, tmp_path / "parquet.duckdb", public=True)
    assert rows(tmp_path / "parquet.duckdb") == rows(tmp_path / "csv.duckdb")


@pytest.mark.parametrize("value", ["inf", "-inf", "1e300", "1e19"])
def test_a_number_without_end_is_told_by_row(data_folder: Path, value: str) -> None:
    set_cell(data_folder, "companies", 40, "employees", value)
    as_parquet(data_folder)
    fault = only(check(data_folder))
    assert (fault.file, fault.row, fault.column) == ("companies.parquet", 40, "employees")


@pytest.mark.parametrize("columns", ["name, * exclude (name)", "* exclude (name)"])
def test_other_columns_of_a_parquet_file_are_told(data_folder: Path, columns: str) -> None:
    as_parquet(data_folder, columns=columns)
    fault = only([fault for fault in check(data_folder) if fault.file == "companies.parquet"])
    assert "columns" in fault.rule and "order" in fault.mend


def test_a_parquet_file_that_breaks_off_is_told(data_folder: Path) -> None:
    """Its end, which says what is in it, is whole; its cells are not."""
    as_parquet(data_folder)
    with (data_folder / "companies.parquet").open("r+b") as file:
        file.seek(4)
        file.write(b"\xff" * 5000)
    fault = only(check(data_folder))
    assert fault.file == "companies.parquet" and "cannot be read" in fault.rule


def test_of_very_many_faults_the_first_are_told(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = read(data_folder / "companies.csv")
    status = lines[0].index("status")
    write(
        data_folder / "companies.csv",
        [lines[0], *([*line[:status], "asleep", *line[status + 1 :]] for line in lines[1:])],
    )
    monkeypatch.setattr(large, "LARGE", 0)
    monkeypatch.setattr(suspects, "MOST", 10)
    told = [fault.rule for fault in check(data_folder) if fault.file == "companies.csv"]
    assert told.count("none of the allowed values") == 10
    assert told[-1] == f"{len(lines) - 1 - 10} more rows may have faults"
