"""Files as they come: in any code, with any separator, below titles, as workbooks; each gives the same row."""

from datetime import date, datetime
from pathlib import Path

import duckdb
import pytest

from dashboard.intake.answers import Answers
from dashboard.intake.limits import limits
from dashboard.intake.reading import read
from dashboard.intake.steps import silent
from dashboard.warehouse import large
from dashboard.warehouse.readable import Unreadable
from tests.intake.files import HEADS, ROW, book, imported, new_table, saved, text

PLAIN = [HEADS, ROW]
EXPECTED = {"name": "Neue Werke GmbH", "market": "JP", "city": "Neuss", "sector_id": "banking-finance", "role": "sales"}


def last(path: Path, answers: Answers | None = None) -> dict[str, str]:
    return {name: value for name, value in new_table(path, answers=answers)[-1].items() if name in EXPECTED}


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_any_separator(tmp_path: Path, separator: str) -> None:
    assert last(saved(tmp_path, PLAIN, separator)) == EXPECTED


@pytest.mark.parametrize("code", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32"])
def test_any_encoding(tmp_path: Path, code: str) -> None:
    rows = [HEADS, ("Müller & Söhne", "Österreich", *ROW[2:])]
    found = last(saved(tmp_path, rows, ";", code))
    assert found == EXPECTED | {"name": "Müller & Söhne", "market": "AT"}


def test_title_rows_empty_lines_and_columns_in_another_order_keep_the_files_row_numbers(tmp_path: Path) -> None:
    rows = [["Export"], ["as of 2026"], [], HEADS[::-1], [], ROW[::-1], [], ("x", *ROW[-2:0:-1], "Other")]
    found = imported(saved(tmp_path, rows, ";"))
    assert found.read.header_row == 4
    assert [(fault.row, fault.column, fault.value) for fault in found.faults] == [(8, "Quelle", "x")]


def test_a_line_that_names_the_separator_and_wrapped_digits(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    rows = [(*HEADS, "PLZ"), (*ROW, '="41460"')]
    path.write_text("sep=;\n" + text(rows, ";"), encoding="utf-8")
    assert new_table(path)[-1]["postcode"] == "41460"


def test_a_row_of_another_length_is_told_by_its_number(tmp_path: Path) -> None:
    found = imported(saved(tmp_path, [HEADS, ROW, ROW[:4], (*ROW, "more"), (*ROW[:6], ROW[6], "")]))
    assert [fault.row for fault in found.faults if "cells" in fault.rule] == [3, 4]


@pytest.mark.parametrize(
    ("content", "row"),
    [
        (b"", None),
        (b"\n\n\n", None),
        (b'Firma,Land\n"open,JP\nx,JP\n', 3),
        (b'Firma,Land\n"Blue" hall,JP\n', 2),
        ("Firma,Land\nMüller,JP\n".encode() + "Söhne,JP\n".encode("cp1252"), 3),
        ("会社,国\n".encode("shift_jis") * 30, 1),
        (b"Firma,Land\n\x81\x8d,JP\n", 2),
        (b"\xff\xfeF\x00i\x00r", None),
        (b"Firma,Land\n", None),
        (b",".join([b"a"] * 300) + b"\n", 1),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(tmp_path: Path, content: bytes, row: int | None) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    with pytest.raises(Unreadable) as told:
        imported(path)
    (fault,) = told.value.faults
    assert fault.file == "list.csv" and fault.rule and fault.mend
    assert row is None or fault.row == row


def test_a_workbook_with_titles_dates_and_numbers_on_its_second_sheet(tmp_path: Path) -> None:
    heads = (*HEADS, "Gründungsjahr", "Mitarbeiter", "Stand Mitarbeiterzahl", "PLZ")
    rows = [["Our list"], [], heads, (*ROW, datetime(2001, 9, 8), 1234, 2024.0, 41460)]
    path = book(tmp_path, {"Notes": [["nothing"]], "Data": rows})
    found = new_table(path)[-1]
    assert EXPECTED.items() <= found.items()
    assert [found[name] for name in ("established", "employees", "employees_year", "postcode")] == [
        "2001",
        "1234",
        "2024",
        "41460",
    ]
    assert imported(path).read.others == ("Notes",)


def test_numbers_of_a_workbook_are_never_taken_for_thousands(tmp_path: Path) -> None:
    heads = ("indicator_id", "market", "region", "year", "value", "qualifier", "preferred", "source_id")
    row = ("blue-card-holder-share", "IN", "DE", 2025, 24.125, "exact", True, "geonames")
    assert new_table(book(tmp_path, {"x": [heads, row]}), "indicators")[-1]["value"] == "24.1250"


def test_a_date_of_a_workbook(tmp_path: Path) -> None:
    rows = [("source_id", "title", "publisher", "url", "published", "tertiary"),
            ("some-source", "Title", "Publisher", "https://example.org/a", date(2025, 3, 4), False)]  # fmt: skip
    found = new_table(book(tmp_path, {"x": rows}), "sources")[-1]
    assert (found["published"], found["tertiary"]) == ("2025-03-04", "false")


def test_a_sheet_can_be_named(tmp_path: Path) -> None:
    path = book(tmp_path, {"One": PLAIN, "Two": [HEADS, ("Other", *ROW[1:])]})
    assert last(path)["name"] == "Neue Werke GmbH"
    assert last(path, Answers(sheet="Two"))["name"] == "Other"
    with pytest.raises(Unreadable, match="there are One, Two"):
        imported(path, answers=Answers(sheet="Three"))


@pytest.mark.parametrize(
    "content",
    [
        "sep=;\nTitle\n\n{head}\n{row}\n{row2}\n", "{head}\n\n{row}\n;;;;;;\n{row2}\n",
        "{head}\r\n{row}\r\n{row2}\r\n", "{head}\n{row}\n{row2};x\n",
        '{head}\n{row}\n"{row2}\n', "\ufeff{head}\n{row}\n\0{row2}\n", "{head}\n;;;;;;\n{row}\n{row2}",
        "Title\n{head}\r\n{row}\r\n{row2}", "Title\r\n{head}\n{row}", "{head}\n{row}", "{head}\n", "{head}",
    ],
)  # fmt: skip
def test_the_database_reads_large_files_to_the_same_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str
) -> None:
    lines = [";".join(one) for one in (HEADS, ROW, ('"Zwei\nZeilen; ""GmbH"""', *ROW[1:]))]
    (tmp_path / "list.csv").write_bytes(content.format(head=lines[0], row=lines[1], row2=lines[2]).encode())

    def cells() -> list[tuple[object, ...]] | str:
        with duckdb.connect() as connection:
            try:
                found = read(connection, tmp_path / "list.csv", {"firma", "land"}, Answers(), limits(), silent)
            except Unreadable as error:
                return str(error)
            return [
                *connection.execute("from cells order by row").fetchall(),
                tuple(map(str, found.faults)),
                (found.rows,),
            ]

    expected = cells()
    monkeypatch.setattr(large, "LARGE", 0)
    assert cells() == expected
