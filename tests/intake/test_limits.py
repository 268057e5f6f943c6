"""What is too large, or more than a table, is refused in words before it is read."""

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from dashboard.intake.answers import Answers
from dashboard.intake.intake import propose
from dashboard.intake.limits import Limits
from dashboard.warehouse.readable import Unreadable
from tests.intake.files import DATA, HEADS, ROW, book, imported, saved

SMALL = Limits(megabytes=2, rows=5, columns=20)
ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def refusal(path: Path, allowed: Limits = SMALL) -> str:
    with pytest.raises(Unreadable) as told, propose(path, "companies", DATA, Answers(), allowed=allowed):
        pass
    return str(told.value)


def rezipped(path: Path, changed: dict[str, bytes]) -> Path:
    """The workbook with other or more parts."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()} | changed
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return path


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    return book(tmp_path, {"x": [HEADS, ROW]})


def test_size_rows_and_columns(tmp_path: Path) -> None:
    assert "5 rows" in refusal(saved(tmp_path, [HEADS, *[ROW] * 6]))
    assert "columns" in refusal(saved(tmp_path, [[*HEADS, *map(str, range(20))], []]))
    (tmp_path / "large.csv").write_bytes(b"a" * 2_000_001)
    assert "the file has 2 MB; up to 2 are read" in refusal(tmp_path / "large.csv")
    assert "no such file" in refusal(tmp_path / "none.csv")
    assert "no such file" in refusal(tmp_path)


def test_a_zip_bomb(sheet: Path) -> None:
    rezipped(sheet, {"xl/styles.xml": b"<a>" + b"0" * 3_000_000})
    assert sheet.stat().st_size < 100_000
    assert "unpacked" in refusal(sheet)


def test_a_zip_that_lies_about_its_size(sheet: Path) -> None:
    rezipped(sheet, {"xl/styles.xml": b"0" * 3_000_000})
    raw = sheet.read_bytes().replace((3_000_000).to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    sheet.write_bytes(raw)
    assert "no whole workbook" in refusal(sheet)


@pytest.mark.parametrize("part", ["xl/vbaProject.bin", "xl/macrosheets/sheet1.xml"])
def test_macros(sheet: Path, part: str) -> None:
    assert "macros" in refusal(rezipped(sheet, {part: b"x"}))


@pytest.mark.parametrize("ending", [".xlsm", ".xlsb"])
def test_kinds_that_may_hold_macros(sheet: Path, ending: str) -> None:
    assert "macros" in refusal(sheet.rename(sheet.with_suffix(ending)))


@pytest.mark.parametrize("code", ["utf-8", "utf-16"])
def test_entities(sheet: Path, code: str) -> None:
    content = f"<?xml version='1.0' encoding='{code}'?>{ENTITIES}<sst><si><t>&b;</t></si></sst>"
    assert "entities" in refusal(rezipped(sheet, {"xl/sharedStrings.xml": content.encode(code)}))


@pytest.mark.parametrize(
    "content",
    [b"PK\x03\x04", b"PK\x03\x04" + b"\0" * 500, b"\xd0\xcf\x11\xe0" + b"\0" * 600, b"\0" * 600, b"%PDF-1.7\n"],
)
def test_what_is_no_table(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "list.xlsx").write_bytes(content)
    assert "list.xlsx" in refusal(tmp_path / "list.xlsx")


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml"])
def test_a_workbook_with_a_broken_part(sheet: Path, part: str) -> None:
    assert "list.xlsx" in refusal(rezipped(sheet, {part: b"<broken"}))


def test_a_cell_far_away(tmp_path: Path) -> None:
    made = Workbook()
    for row in (HEADS, ROW):
        made.active.append(row)
    made.active["XFD3"] = 1
    made.save(tmp_path / "wide.xlsx")
    assert "row 3" in refusal(tmp_path / "wide.xlsx") and "16,384 cells" in refusal(tmp_path / "wide.xlsx")
    made.active["XFD3"] = None
    made.active["A1048576"] = "far below"
    made.save(tmp_path / "long.xlsx")
    assert "5 rows" in refusal(tmp_path / "long.xlsx")


@pytest.mark.parametrize("cell", ["=1+1", '=HYPERLINK("http://example.org")', "+cmd|' /C calc'!A0", "#REF!", "MÃ¼ller"])
def test_a_cell_that_is_no_fact(tmp_path: Path, cell: str) -> None:
    for path in (saved(tmp_path, [HEADS, (cell, *ROW[1:])]), book(tmp_path, {"x": [HEADS, (cell, *ROW[1:])]})):
        found = imported(path)
        assert [(fault.row, fault.column, fault.value) for fault in found.faults] == [(2, "Firma", cell)]
        assert found.content is None


@pytest.mark.parametrize("sign", ["\0", "\x07", "\u200b", "\u202e", "\ufffd"])
def test_a_sign_that_cannot_be_shown(tmp_path: Path, sign: str) -> None:
    found = imported(saved(tmp_path, [HEADS, (f"Neue{sign}Werke", *ROW[1:])]))
    assert [(fault.row, fault.column) for fault in found.faults] == [(2, "Firma")]


def test_a_formula_of_a_workbook_is_refused_not_computed(tmp_path: Path) -> None:
    made = Workbook()
    made.active.append(HEADS)
    made.active.append(('=CONCATENATE("a", "b")', *ROW[1:]))
    made.save(tmp_path / "formula.xlsx")
    (fault,) = imported(tmp_path / "formula.xlsx").faults
    assert (fault.row, fault.column, fault.rule) == (2, "Firma", "holds a formula")


def test_nothing_is_left_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sheet: Path) -> None:
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    imported(sheet)
    refusal(rezipped(sheet, {"xl/workbook.xml": b"<"}))
    assert not list(place.iterdir())
