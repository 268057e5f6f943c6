"""What would change, told before it does; published all or nothing; the same words as `pocket check`."""

import copy
import csv
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner

from dashboard.cli import app
from dashboard.intake.answers import Answers, WrongAnswers
from dashboard.intake.intake import propose
from dashboard.intake.proposal import Change
from dashboard.intake.questions import Ask
from dashboard.intake.steps import Step
from dashboard.intake.validation import UNKNOWN
from dashboard.settings import settings
from dashboard.speaking import language
from dashboard.warehouse import check, public_warehouse
from tests.conftest import Rows
from tests.intake.files import DATA, HEADS, ROW, SOURCE, imported, new_table, saved

run = CliRunner().invoke
KNOWN = "3m-deutschland-neuss"


@pytest.fixture
def own(data_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the facts, a store of its own, and settings that name them."""
    monkeypatch.setenv("POCKET_DATA", str(data_folder))
    monkeypatch.setenv("POCKET_STORE", str(tmp_path / "store"))
    for kept in (settings, public_warehouse):
        kept.cache_clear()
    yield data_folder
    monkeypatch.undo()
    for kept in (settings, public_warehouse):
        kept.cache_clear()


def test_a_known_key_is_an_update_cell_by_cell(tmp_path: Path, facts: dict[str, Rows]) -> None:
    (abb,) = [row for row in facts["companies"] if row["company_id"] == "abb-ratingen"]
    year, source = abb["employees_year"], abb["source_id"]
    rows = [("company_id", "Mitarbeiter", "employees_year", "Quelle", "parent"),
            (KNOWN, "1701", "2013", SOURCE, ""), ("abb-ratingen", "1200", year, source, "ABB")]  # fmt: skip
    found = imported(saved(tmp_path, rows))
    assert (found.added, found.changed, found.unchanged, found.cells) == (0, 1, 1, 1)
    assert found.changes == (Change(2, KNOWN, "employees", "1700", "1701"),)
    table = new_table(tmp_path / "list.csv")
    expected = [{**row, "employees": "1701"} if row["company_id"] == KNOWN else row for row in facts["companies"]]
    assert table == expected, "an empty cell takes nothing away"
    cleared = new_table(tmp_path / "list.csv", answers=Answers(clear=True))
    assert next(row for row in cleared if row["company_id"] == KNOWN)["parent"] == ""


STATED = {"employees_year": "2026", "source_id": "innovations-report-2013-heimat-im-hammfeld"}


@pytest.mark.parametrize(
    ("head", "cells", "lacking"),
    [
        ((), (), {(None, "employees_year"), (None, "source_id")}),
        (("employees_year", "source_id"), ("", ""), {(2, "employees_year"), (2, "source_id")}),
        (("employees_year", "source_id"), ("2013", ""), {(2, "source_id")}),
        (("employees_year", "source_id"), ("2013", SOURCE), set()),
    ],
)
def test_a_figure_changes_with_its_year_and_its_source_only(
    tmp_path: Path, head: tuple[str, ...], cells: tuple[str, ...], lacking: set[tuple[int | None, str]]
) -> None:
    path = saved(tmp_path, [("company_id", "employees", *head), (KNOWN, "1701", *cells)])
    found = imported(path)
    assert {(fault.row, fault.column) for fault in found.faults} == lacking and bool(found.content) != bool(lacking)
    assert {(one.ask, one.column) for one in found.questions} == {(Ask.DEFAULT, column) for _, column in lacking}
    row = next(row for row in new_table(path, answers=Answers(defaults=STATED)) if row["company_id"] == KNOWN)
    assert row["employees"] == "1701" and row["employees_year"] == ("2013" if cells and cells[0] else "2026")
    same = saved(tmp_path, [("company_id", "employees", *head), (KNOWN, "1700.0", *cells)])
    assert not imported(same).faults, "what is as it was needs nothing"


def test_what_rows_need_and_the_file_lacks_is_asked_at_once_with_all_else(tmp_path: Path) -> None:
    rows = [
        ("Firma", "Land", "Branche", "Hier seit", "Mitarbeiter"),
        ("Neue Werke", "Nirgends", "Geldwesen XY", "03/04/2025", "7"),
    ]
    found = imported(saved(tmp_path, rows))
    asked = {(one.heading, one.column) for one in found.questions}
    assert {("words.market", "market"), ("words.sector_id", "sector_id")} <= asked
    lacking = {"role", "status", "source_id", "employees_year"}
    assert {column for heading, column in asked if heading == Ask.DEFAULT} == lacking
    words = {"market": {"Nirgends": "JP"}, "sector_id": {"Geldwesen XY": "banking-finance"}}
    answered = Answers(words=words, defaults={**STATED, "role": "Vertrieb", "status": "active"})
    assert new_table(tmp_path / "list.csv", answers=answered)[-1]["role"] == "sales"


def test_a_default_that_nobody_knows_is_said_at_once_with_the_nearest(tmp_path: Path) -> None:
    path = saved(tmp_path, [HEADS, ROW])
    with pytest.raises(WrongAnswers, match=rf"\[defaults\] source_id: nobody knows .*; nearest: {SOURCE}"):
        imported(path, answers=Answers(defaults={"source_id": SOURCE[:-3]}))


def test_new_rows_get_ids_and_defaults(tmp_path: Path) -> None:
    rows = [HEADS, ROW, ("Öl & Gas „Nord“ S.A.", *ROW[1:]), ("3M Deutschland Neuss", *ROW[1:])]
    found = new_table(saved(tmp_path, rows), answers=Answers(same={"*": ""}, defaults={"established": "1999"}))[-3:]
    assert [row["company_id"] for row in found] == ["neue-werke-gmbh", "oel-gas-nord-s-a", f"{KNOWN}-2"]
    assert {(row["visibility"], row["established"]) for row in found} == {("public", "1999")}


@pytest.mark.parametrize(("cell", "expected"), [("Öffentlich", "public"), ("internal", "internal"), ("", "public")])
def test_a_default_that_is_written_out(tmp_path: Path, cell: str, expected: str) -> None:
    assert new_table(saved(tmp_path, [(*HEADS, "Sichtbarkeit"), (*ROW, cell)]))[-1]["visibility"] == expected


def test_ids_of_one_stem_are_numbered(tmp_path: Path) -> None:
    towns = ["Neuss", "Düsseldorf", "Ratingen"]
    rows = [HEADS, *((*ROW[:2], town, *ROW[3:]) for town in towns)]
    found = new_table(saved(tmp_path, rows), answers=Answers(same={"*": ""}))[-3:]
    assert [row["company_id"] for row in found] == ["neue-werke-gmbh", "neue-werke-gmbh-2", "neue-werke-gmbh-3"]


def test_a_name_without_letters_of_an_id_needs_one(tmp_path: Path) -> None:
    (fault,) = imported(saved(tmp_path, [HEADS, ("ソニー", *ROW[1:])])).faults
    assert (fault.row, fault.column) == (2, "company_id")


def test_missing_columns_are_said_once_and_a_source_can_be_given(tmp_path: Path) -> None:
    path = saved(tmp_path, [HEADS[:-1], ROW[:-1], ("Another One", *ROW[1:-1])])
    (fault,) = imported(path).faults
    assert (fault.row, fault.column) == (None, "source_id") and fault.rule.endswith("rows that need it: 2")
    assert new_table(path, answers=Answers(defaults={"source_id": ROW[-1]}))[-1]["source_id"] == ROW[-1]


@pytest.mark.parametrize(
    ("head", "cell", "rule"),
    [
        ("Hier seit", "1492", "less than 1800"), ("Hier seit", "long ago", "no whole number"),
        ("Mitarbeiter", "-5", "less than 0"), ("topics", "robotics; juggling", UNKNOWN),
        ("Sichtbarkeit", "secret", UNKNOWN),
        ("postcode", "00000", UNKNOWN),
    ],
)  # fmt: skip
def test_faults_in_the_words_of_the_check_at_the_readers_place(tmp_path: Path, head: str, cell: str, rule: str) -> None:
    rows = [["Title"], [], (*HEADS, head), (*ROW, ""), ("Second One", *ROW[1:], cell)]
    answers = Answers(defaults={"employees_year": "2024"})
    (fault,) = imported(saved(tmp_path, rows, ";"), answers=answers).faults
    assert (fault.file, fault.row, fault.column, fault.value) == ("list.csv", 5, head, cell)
    assert rule in fault.rule and fault.mend


def test_a_key_that_stands_twice(tmp_path: Path) -> None:
    found = imported(saved(tmp_path, [("company_id", "Mitarbeiter"), (KNOWN, "1"), (KNOWN, "2")]))
    assert {fault.row for fault in found.faults} >= {3} and found.content is None


def test_progress_is_told_in_order(tmp_path: Path) -> None:
    told: list[Step] = []
    path = saved(tmp_path, [HEADS, ROW])
    with propose(path, "companies", DATA, Answers(), report=lambda step, _: told.append(step)):
        pass
    assert sorted(set(told), key=list(Step).index) == list(dict.fromkeys(told)) == list(Step)


@pytest.mark.slow
def test_the_command_tells_then_publishes_a_version_and_keeps_the_answers(own: Path, tmp_path: Path) -> None:
    path, before = saved(tmp_path, [("Konzern X", *HEADS[1:]), ROW]), (own / "companies.csv").read_bytes()
    map_ = tmp_path / "map.toml"
    told = run(app, ["import", str(path), "--table", "companies"])
    assert told.exit_code == 1 and "name" in told.output and "Nothing is changed." in told.output
    map_.write_text('[columns]\n"Konzern X" = "name"\n', encoding="utf-8")
    told = run(app, ["import", str(path), "--table", "companies", "--map", str(map_)])
    assert told.exit_code == 0 and "1 row to add" in told.output, told.output
    assert "row 2: new: company_id neue-werke-gmbh, name Neue Werke GmbH, market JP" in told.output
    assert "key figures" in told.output
    assert (own / "companies.csv").read_bytes() == before
    assert run(app, ["import", str(path), "--table", "companies", "--publish"]).exit_code == 2
    published = ["import", str(path), "--table", "companies", "--publish", "--why", "a test", "--who", "someone"]
    told = run(app, published)  # with the answers that were kept
    assert told.exit_code == 0 and "Published." in told.output, told.output
    after = (own / "companies.csv").read_bytes()
    assert after.startswith(before) and after.count(b"\n") == before.count(b"\n") + 1
    assert check(own) == []
    assert "someone: a test" in run(app, ["versions"]).output
    again = run(app, ["import", str(path), "--table", "companies"])
    assert again.exit_code == 0 and "0 rows to add, 0 to change" in again.output, "it is known now"
    saved(tmp_path, [("Konzern X", *HEADS[1:]), ("Neue Werke AG", *ROW[1:])])
    again = run(app, ["import", str(path), "--table", "companies"])
    assert again.exit_code == 1 and "1 question is open" in again.output and "neue-werke-gmbh" in again.output


@pytest.mark.slow
def test_what_the_whole_has_against_it_is_told_by_the_readers_rows(own: Path, tmp_path: Path) -> None:
    before = (own / "companies.csv").read_bytes()
    path = saved(tmp_path, [["Title"], [*HEADS, "employees_year"], (*ROW, ""), ("Second One", *ROW[1:], "2020")])
    for name, more in (("faulty.csv", []), ("faulty.xlsx", ["--publish", "--why", "a test"])):
        told = run(app, ["import", str(path), "--table", "companies", "--faulty", str(tmp_path / name), *more])
        assert told.exit_code == 1 and "list.csv, row 4" in told.output and "stands without the figure" in told.output
    assert (own / "companies.csv").read_bytes() == before
    with (tmp_path / "faulty.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["row"], row["Firma"]) == ("4", "Second One") and row["what is wrong"] and row["how to mend it"]
    sheet = openpyxl.load_workbook(tmp_path / "faulty.xlsx").active
    assert [cell.value for cell in sheet[2]][:1] == [4] and sheet.max_row == 2


@pytest.mark.slow
def test_faults_of_the_facts_as_they_are_are_not_told_as_the_files(own: Path, tmp_path: Path) -> None:
    whole = (own / "companies.csv").read_bytes()
    (line,) = [line for line in whole.splitlines() if line.startswith(KNOWN.encode())]
    assert line.count(b",active,") == 1
    (own / "companies.csv").write_bytes(whole.replace(line, line.replace(b",active,", b",asleep,")))
    mending = saved(tmp_path, [("company_id", "status", "Quelle"), (KNOWN, "active", SOURCE)])
    told = run(app, ["import", str(mending), "--table", "companies"])
    assert told.exit_code == 0 and "one of the two cannot be opened" in told.output, told.output


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["none.csv", "--table", "companies"], 1),
        (["list.csv", "--table", "nothing"], 2),
        (["list.csv", "--table", "companies", "--map", "none.toml"], 2),
        (["list.csv"], 2),
        (["list.csv", "--table", "companies", "--source", "nowhere"], 2),
    ],
)
def test_wrong_calls_end_in_a_clear_message(tmp_path: Path, arguments: list[str], code: int) -> None:
    saved(tmp_path, [HEADS, ROW])
    named = [str(tmp_path / one) if one.endswith((".csv", ".toml")) else one for one in arguments]
    told = run(app, ["import", *named])
    assert told.exit_code == code and "Traceback" not in told.output and told.output


def test_faults_are_said_in_the_readers_language_and_in_english_by_the_check(tmp_path: Path) -> None:
    rows = [(*HEADS, "Hier seit", "Nation"), (*ROW, "1492", ""), (*ROW[:2], "Nirgends", *ROW[3:], "2000", "")]
    german, found = language("de"), imported(saved(tmp_path, rows)).faults
    told = {(fault.row, fault.rule): (german.said(fault.rule), german.said(fault.mend)) for fault in found}
    assert told[2, "less than 1800"] == ("kleiner als 1800", "Die Zahl korrigieren.")
    assert told[3, UNKNOWN][0] == "bedeutet nichts, das sicher bekannt ist"
    assert all(rule != said and mend for (_, rule), (said, mend) in told.items())
    (missing,) = imported(saved(tmp_path, [HEADS[:-1], ROW[:-1]])).faults
    assert german.said(missing.rule) == "die Datei hat keine Spalte für Quelle (source_id); Zeilen, die sie brauchen: 1"
    assert copy.deepcopy(missing) == missing
    copied = copy.deepcopy(missing.rule)
    assert german.said(copied) == german.said(missing.rule)
    assert german.said("nobody translated this") == "nobody translated this"
