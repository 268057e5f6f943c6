"""The pages on which facts are brought in and mended, and their versions: real files, real versions, a real store."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from openpyxl import Workbook
from streamlit.testing.v1 import AppTest

from dashboard.access import Role
from dashboard.settings import settings
from dashboard.staff.importing.work import named
from dashboard.versions import versions
from tests.intake.files import HEADS, ROW, book, text
from tests.intake.test_limits import rezipped
from tests.opened import opened
from tests.staff.conftest import Signed

KNOWN, OTHER = "abb-ratingen", "3m-deutschland-neuss"
CRM = text([["Kundenliste"], ["Firma X", *HEADS[1:]], [ROW[0], *ROW[1:3], "Geldwesen XY", *ROW[4:]]], ";")


def pressed(test: AppTest, label: str) -> AppTest:
    (button,) = [one for one in test.button if one.label == label]
    run = button.click().run()
    assert not run.exception, run.exception[0].stack_trace
    return run


def field(test: AppTest, label: str) -> Any:
    (found,) = [one for one in [*test.selectbox, *test.text_input] if label in one.label]
    return found


def uploaded(content: str | bytes, name: str = "crm.csv") -> AppTest:
    test = opened("import", lang="en").test
    told = content.encode("cp1252") if isinstance(content, str) else content
    run = test.file_uploader[0].set_value((name, told, "text/csv")).run()
    assert not run.exception, run.exception[0].stack_trace
    return run


def rows(folder: Path) -> dict[str, dict[str, str]]:
    with (folder / "companies.csv").open(encoding="utf-8", newline="") as file:
        return {row["company_id"]: row for row in csv.DictReader(file)}


def corrected(folder: Path, employees: str) -> bytes:
    """The companies with another number of staff of one of them."""
    content, row = (folder / "companies.csv").read_bytes(), rows(folder)[OTHER]
    old = f",{row['employees']},{row['employees_year']},".encode()
    assert content.count(old) == 1
    return content.replace(old, f",{employees},{row['employees_year']},".encode())


@pytest.mark.usefixtures("own")
def test_a_companys_card_leads_editors_to_its_row(signed: Signed) -> None:
    for role in (Role.ANALYST, Role.EDITOR):
        signed(role)
        buttons = [one.label for one in opened("companies", lang="en", company=KNOWN).test.button]
        assert ("Correct this row" in buttons) == (role is Role.EDITOR)


@pytest.mark.parametrize("page", ["import", "versions"])
@pytest.mark.usefixtures("own")
def test_whoever_is_no_editor_sees_nothing_of_it(signed: Signed, page: str) -> None:
    signed(Role.ANALYST)
    test = opened(page, lang="en").test
    assert "needs the role" in test.warning[0].value and not test.selectbox and not test.file_uploader


def test_a_role_that_ends_while_the_page_is_open_ends_what_it_may_do(own: Path, signed: Signed) -> None:
    signed(Role.EDITOR)
    test = uploaded(CRM)
    before = (own / "companies.csv").read_bytes()
    signed(Role.VIEWER)
    run = next(one for one in test.button if one.label == "Answer").click().run()
    assert not run.selectbox and "needs the role" in run.warning[0].value
    assert (own / "companies.csv").read_bytes() == before


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"", "empty"), (b"PK\x03\x04 broken", "no whole workbook"), (b"a;b\n1;2\n", "none of the columns")],
)
def test_a_file_that_cannot_be_is_refused_in_words(own: Path, signed: Signed, content: bytes, told: str) -> None:
    signed(Role.EDITOR)
    before = (own / "companies.csv").read_bytes()
    test = uploaded(content)
    assert told in " ".join(test.dataframe[0].value["What is wrong"])
    assert not [one for one in test.button if one.label == "Publish"]
    assert (own / "companies.csv").read_bytes() == before


def workbook(changed: dict[str, bytes]) -> bytes:
    """A workbook with other or more parts."""
    with TemporaryDirectory() as folder:
        return rezipped(book(Path(folder), {"x": [HEADS, ROW]}), changed).read_bytes()


def cell(told: str) -> bytes:
    """A list with this as a company's name."""
    return text([HEADS, (told, *ROW[1:])]).encode()


def formula() -> bytes:
    made, content = Workbook(), io.BytesIO()
    for row in (HEADS, ("=1+1", *ROW[1:])):
        made.active.append(row)
    made.save(content)
    return content.getvalue()


ENTITY = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><sst><si><t>&a;</t></si></sst>'
HOSTILE: dict[str, tuple[Callable[[], bytes], str, str]] = {  # content, name of the file, what is said of it
    "zip bomb": (lambda: workbook({"xl/styles.xml": b"<a>" + b"0" * 3_000_000}), "list.xlsx", "unpacked"),
    "macros": (lambda: workbook({"xl/vbaProject.bin": b"x"}), "list.xlsx", "holds macros"),
    "macros under another name": (lambda: workbook({"xl/vbaProject.bin": b"x"}), "list.csv", "holds macros"),
    "entities": (lambda: workbook({"xl/sharedStrings.xml": ENTITY}), "list.xlsx", "defines entities"),
    "a formula": (formula, "list.xlsx", "holds a formula"),
    "a formula as text": (lambda: cell("=cmd|' /C calc'!A0"), "list.csv", "holds a formula"),
    "a million columns": (lambda: b",".join([b"a"] * 1_000_000) + b"\n", "list.csv", "1,000,000 columns"),
    "NUL bytes": (lambda: b"\0" * 5000, "list.csv", "no rows below the header"),
    "a NUL byte": (lambda: cell("Neue\0Werke"), "list.csv", "cannot be shown"),
    "control characters": (lambda: cell("Neue\x07\u202eWerke"), "list.csv", "cannot be shown"),
    "two encodings": (lambda: cell("Müller") + cell("Söhne").decode().encode("cp1252"), "list.csv", "several codes"),
    "no encoding that is known": (lambda: "会社,国\n".encode("shift_jis") * 30, "list.csv", "several codes"),
    "an open quote": (lambda: b'Firma,Land\n"open,JP\nx,JP\n', "list.csv", "quote out of place"),
}


@pytest.fixture(scope="module")
def tab() -> list[AppTest]:
    """The page as it is left by one file for the next."""
    return []


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_ends_in_a_clear_message_and_changes_nothing(
    own: Path, signed: Signed, tab: list[AppTest], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    signed(Role.EDITOR)
    monkeypatch.setattr(settings(), "import_mb", 2)
    (place := tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    before = {path: path.read_bytes() for path in own.iterdir() if path.is_file()}
    content, name, told = HOSTILE[kind]
    test = tab.pop() if tab else opened("import", lang="en").test
    test = test.file_uploader[0].set_value((name, content(), "application/octet-stream")).run()
    tab.append(test)
    assert not test.exception, test.exception[0].stack_trace
    faults = test.dataframe[0].value
    assert told in " ".join(faults["What is wrong"]) and all(faults["How to mend it"])
    assert not [one for one in test.button if one.label == "Publish"]
    assert {path: path.read_bytes() for path in own.iterdir() if path.is_file()} == before
    assert not list(place.glob("pocket-import-*")), "no trace on the disk"


@pytest.mark.slow
def test_upload_correct_answer_publish_and_the_page_shows_it(own: Path, signed: Signed) -> None:
    signed(Role.EDITOR)
    before = rows(own)
    test = uploaded(CRM)
    (fault,) = test.dataframe[0].value.to_dict("records")
    assert fault["Column"] == "name" and "no column for Name" in fault["What is wrong"]
    field(test, "Firma X").set_value("name")
    test = pressed(test, "Take these columns")
    assert not test.dataframe and "1 question is open" in " ".join(one.value for one in test.markdown)
    field(test, "Geldwesen XY").set_value("banking-finance")
    test = pressed(test, "Answer")
    (new,) = test.dataframe[0].value.to_dict("records")
    assert (new["Company id"], new["Sector"]) == ("neue-werke-gmbh", "banking-finance")
    assert rows(own) == before, "nothing is changed before it is published"
    assert "Say why" in pressed(test, "Publish").error[0].value
    field(test, "Why").set_value("from the fair")
    assert "is published" in pressed(test, "Publish").success[0].value
    assert rows(own).keys() - before.keys() == {"neue-werke-gmbh"}
    newest = versions().newest()
    assert (newest.who, newest.why, newest.kind) == ("Mia", "from the fair", "import")
    assert ROW[0] in opened("companies", lang="en", q=ROW[0]).everything
    again = uploaded(CRM)
    assert not [one for one in again.selectbox if "“" in one.label], "what was answered is kept, and it is known now"
    assert "counts here, too" in " ".join(one.value for one in again.caption)
    assert "0 rows to add" in " ".join(one.value for one in again.markdown)
    alike = uploaded(CRM.replace(ROW[0], "Neue Werke AG"))
    assert field(alike, "“").options[0] == f"It is {ROW[0]} (neue-werke-gmbh)", "another spelling is asked"
    again = uploaded(CRM)
    assert "Geldwesen" in " ".join(one.label for one in pressed(again, "Ask anew").selectbox)


@pytest.mark.slow
def test_a_row_is_mended_by_hand_while_somebody_else_is_faster(own: Path, signed: Signed) -> None:
    signed(Role.EDITOR)
    test = opened("import", lang="en", table="companies", row=KNOWN).test
    assert test.data_editor[0].value["company_id"].tolist() == [KNOWN]
    key = test.data_editor[0].key
    test.session_state[key] = {"edited_rows": {0: {"employees": "many"}}, "added_rows": [], "deleted_rows": []}
    faults = pressed(test, "Check what would change").dataframe[1].value
    assert faults["Value"].tolist() == ["many"] and faults["Column"].tolist() == ["employees"]
    test.session_state[key] = {"edited_rows": {0: {"employees": "1234"}}, "added_rows": [], "deleted_rows": []}
    test = pressed(test, "Check what would change")
    assert test.dataframe[1].value["After"].tolist() == ["1234"]
    base = versions().newest().number
    changed = corrected(own, "1702")
    versions().publish({"companies.csv": changed}, base=base, who="Ben", why="was first", kind="edit")
    field(test, "Why").set_value("the annual report")
    test = pressed(test, "Publish")
    assert "Ben" in test.warning[0].value and rows(own)[KNOWN]["employees"] == "1200"
    test = pressed(test, f"Propose it for version {base + 1}")
    field(test, "Why").set_value("the annual report")
    assert "is published" in pressed(test, "Publish").success[0].value
    held = rows(own)
    assert (held[KNOWN]["employees"], held[OTHER]["employees"]) == ("1234", "1702")
    assert versions().newest().kind == "edit"


@pytest.mark.slow
def test_the_log_tells_what_changed_and_an_administrator_goes_back(own: Path, signed: Signed) -> None:
    first, before = versions().newest().number, (own / "companies.csv").read_bytes()
    versions().publish(
        {"companies.csv": corrected(own, "1703")}, base=first, who="Ben", why="<b>a slip</b>", kind="edit"
    )
    signed(Role.EDITOR)
    page = opened("versions", lang="en")
    assert "Ben" in page.html and "&lt;b&gt;a slip" in page.html
    told = pressed(page.test, "What it changed").dataframe[0].value
    assert told.to_dict("records") == [{"Table": "Companies", "New": 0, "Changed": 1, "Gone": 0}]
    field(page.test, "Version").set_value(first)
    test = page.test.run()
    assert not [one for one in test.button if "Restore" in one.label], "only administrators do"
    signed(Role.ADMIN)
    test = test.run()
    assert "Say why" in pressed(test, f"Restore version {first}").error[0].value
    field(test, "Why").set_value("it was one")
    assert "is published" in pressed(test, f"Restore version {first}").success[0].value
    assert (own / "companies.csv").read_bytes() == before and versions().newest().kind == "restore"


@pytest.mark.parametrize(
    ("name", "expected"), [("../../etc/passwd", "passwd"), ("C:\\lists\\a.csv", "a.csv"), ("..", "file"), ("", "file")]
)
def test_a_files_name_leads_nowhere(name: str, expected: str) -> None:
    assert named(name) == expected
    assert len(named("x" * 1000 + ".csv")) == 100
    assert len(named("企業名簿" * 250 + ".csv").encode()) <= 100
