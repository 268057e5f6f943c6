"""One reading of a CSV: what is checked is what is loaded, and whatever cannot be read is told by row."""

import csv
from pathlib import Path

import duckdb
import pytest

from dashboard.warehouse import build, check
from dashboard.warehouse.build import data_version
from dashboard.warehouse.readable import Unreadable, read_rows
from tests.conftest import copy_of_data
from tests.warehouse.test_check import only, read, set_cell


def written(path: Path, text: str) -> Path:
    path.write_bytes(text.encode())
    return path


def refused(path: Path) -> list[tuple[int | None, str]]:
    with pytest.raises(Unreadable) as error:
        read_rows(path)
    assert all(fault.mend for fault in error.value.faults)
    return [(fault.row, fault.rule) for fault in error.value.faults]


@pytest.mark.parametrize(
    "text", ["a,b\n1,2\r\n3,4\n", "a,b\r1,2\r3,4", "\ufeffa,b\r\n1,2\r\n3,4\r\n", 'a,"b"\n"1",2\n3,4']
)
def test_lines_may_end_in_any_way(tmp_path: Path, text: str) -> None:
    assert read_rows(written(tmp_path / "t.csv", text)) == [["a", "b"], ["1", "2"], ["3", "4"]]


def test_quotes_out_of_place_are_told_by_row_each(tmp_path: Path) -> None:
    path = written(tmp_path / "t.csv", 'a,b\n"Blue" hall,2\n"fine ""so""",2\n"Red" hall,2\n')
    assert [row for row, _ in refused(path)] == [2, 4]
    assert [row for row, _ in refused(written(path, 'a,b\n1,2\n"open,2\n3,4\n'))] == [3]


@pytest.mark.parametrize(
    ("separator", "name"),
    [(";", "semicolons"), ("\t", "tabs"), ("|", "vertical bars"), (":", "colons"), ("^", "'^'"), (" ", "blanks")],
)
def test_any_other_separator_is_named_once(tmp_path: Path, separator: str, name: str) -> None:
    path = tmp_path / "t.csv"
    with path.open("w", newline="") as file:
        csv.writer(file, delimiter=separator).writerows([["company_id", "name"], ["a", "One, Two"], ["b", "Three"]])
    assert refused(path) == [(None, f"the cells are separated by {name} instead of commas")]


def test_a_header_of_words_is_separated_by_its_commas(tmp_path: Path) -> None:
    assert read_rows(written(tmp_path / "t.csv", "The name of it,Id\na,b\n"))[0] == ["The name of it", "Id"]


def test_what_is_no_file_or_cannot_be_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / "folder.csv").mkdir()
    assert refused(tmp_path / "folder.csv") == [(None, "the file is the name of a folder")]
    assert refused(tmp_path / "none.csv") == [(None, "the file is missing")]
    if Path("/proc/self/mem").exists():  # a file that everyone sees and whose beginning nobody can read
        (tmp_path / "held.csv").symlink_to("/proc/self/mem")
        assert "cannot be read" in refused(tmp_path / "held.csv")[0][1]


@pytest.mark.slow
def test_the_folder_that_is_named_is_read_whatever_its_name(tmp_path: Path) -> None:
    """A name that is a pattern to a database, beside a folder that fits it."""
    named, other = copy_of_data(tmp_path / "data[1]*"), copy_of_data(tmp_path / "data1")
    set_cell(named, "companies", 2, "name", "Of the folder named")
    set_cell(other, "companies", 3, "name", "Of another folder")
    assert check(named) == []
    build(named, tmp_path / "facts.duckdb", public=True)
    with duckdb.connect(tmp_path / "facts.duckdb") as connection:
        held = {name for (name,) in connection.execute("select name from companies").fetchall()}
    assert "Of the folder named" in held and "Of another folder" not in held


@pytest.mark.slow
def test_what_is_checked_is_what_is_loaded(data_folder: Path, tmp_path: Path) -> None:
    """Lines that end otherwise, quotes within a cell, full-width digits, decomposed letters: one reading."""
    set_cell(data_folder, "companies", 2, "employees", "１２０")
    set_cell(data_folder, "companies", 2, "employees_year", "2020\N{NO-BREAK SPACE}")
    set_cell(data_folder, "companies", 2, "name", 'The "Bl\u0075\u0308" hall')
    path = data_folder / "companies.csv"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n", 3))
    assert check(data_folder) == []
    build(data_folder, tmp_path / "facts.duckdb", public=True)
    with duckdb.connect(tmp_path / "facts.duckdb") as connection:
        found = connection.execute("select name, employees, employees_year from companies order by rowid").fetchall()
    assert found[0] == ('The "Bl\u00fc" hall', 120, 2020) and len(found) == len(read(path)) - 1


@pytest.mark.slow
@pytest.mark.parametrize("sign", ["\0", "\a", "\x85", "\N{ZERO WIDTH SPACE}", "\N{REPLACEMENT CHARACTER}"])
def test_signs_that_cannot_be_shown_are_told_by_cell(data_folder: Path, sign: str) -> None:
    set_cell(data_folder, "companies", 2, "name", f"A{sign}B")
    fault = only(check(data_folder))
    assert (fault.file, fault.row, fault.column, fault.value) == ("companies.csv", 2, "name", f"A{sign}B")


@pytest.mark.slow
def test_only_the_package_s_files_count(data_folder: Path, tmp_path: Path) -> None:
    before = data_version(data_folder)
    (data_folder / ".#companies.csv").symlink_to("someone@somewhere.4711")  # as Emacs locks a file
    (data_folder / "archiv.csv").mkdir()
    (data_folder / "older.csv").write_text("x", encoding="utf-8")
    (data_folder / "geo" / ".DS_Store").write_text("x", encoding="utf-8")
    assert check(data_folder) == [] and data_version(data_folder) == before
    build(data_folder, tmp_path / "facts.duckdb", public=True)
