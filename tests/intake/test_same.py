"""Known companies under another spelling are proposed for merging; nothing is merged unasked."""

from pathlib import Path

import duckdb
import pytest

from dashboard.intake.answers import Answers, WrongAnswers
from dashboard.intake.questions import Ask
from dashboard.intake.same import plain
from tests.conftest import Rows
from tests.intake.files import HEADS, ROW, imported, new_table, saved

KNOWN = "3m-deutschland-neuss"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("3M Deutschland GmbH", "3m deutschland"), ("Müller & Söhne GmbH & Co. KG", "mueller soehne"),
        ("ACME Co., Ltd.", "acme"), ("Banca S.p.A.", "banca"), ("Société Générale S.A.", "societe generale"),
        ("GmbH", "gmbh"), ("ソニー株式会社", "ソニー株式会社"), ("K.K. Example", "example"),
    ],
)  # fmt: skip
def test_names_without_legal_forms(name: str, expected: str) -> None:
    assert duckdb.execute(f"select {plain('$name')}", {"name": name}).fetchone() == (expected,)


@pytest.mark.parametrize("name", ["3M Deutschland", "3M Deutschland AG", "3M Deutschlnad GmbH"])
def test_another_spelling_is_asked_and_merged_if_said_so(tmp_path: Path, facts: dict[str, Rows], name: str) -> None:
    path = saved(tmp_path, [HEADS, (name, "USA", "Neuss", *ROW[3:])])
    found = imported(path)
    (question,) = found.questions
    assert (question.ask, question.said, question.row) == (Ask.SAME, name, 2)
    assert KNOWN in [guess.answer for guess in question.guesses]
    assert found.content is None and not found.faults
    merged = new_table(path, answers=Answers(same={name: KNOWN}))
    assert len(merged) == len(facts["companies"])
    known = next(row for row in merged if row["company_id"] == KNOWN)
    assert (known["name"], known["role"], known["employees"]) == ("3M Deutschland GmbH", "sales", "1700")


@pytest.mark.parametrize("name", ["3M Deutschland GmbH", "3M DEUTSCHLAND G.m.b.H.", "3M  Deutschland-GmbH"])
def test_the_same_name_in_the_same_place_is_the_same_without_asking(
    tmp_path: Path, facts: dict[str, Rows], name: str
) -> None:
    path = saved(tmp_path, [HEADS, (name, "USA", "Neuss", *ROW[3:])])
    found = imported(path)
    assert (found.added, found.changed, found.questions) == (0, 1, ()) and found.content
    assert [row["name"] for row in new_table(path)] == [row["name"] for row in facts["companies"]], "and keeps its name"
    for place in (("USA", "Ratingen"), ("Japan", "Neuss")):
        (question,) = imported(saved(tmp_path, [HEADS, (name, *place, *ROW[3:])])).questions
        assert question.guesses[0].answer == KNOWN
    saved(tmp_path, [HEADS, (name, "USA", "Neuss", *ROW[3:])])
    assert imported(path, answers=Answers(same={name: ""})).added == 1, "whoever says that it is another one is heard"
    saved(tmp_path, [HEADS, *((one, "USA", "Neuss", *ROW[3:]) for one in (name, "3M Deutschland GmbH"))])
    assert [fault.row for fault in imported(path).faults] == [3], "twice in the file"


@pytest.mark.parametrize("same", [{"3M Deutschland": ""}, {"*": ""}])
def test_it_may_be_another_company(tmp_path: Path, facts: dict[str, Rows], same: dict[str, str]) -> None:
    path = saved(tmp_path, [HEADS, ("3M Deutschland", "USA", "Neuss", *ROW[3:])])
    found = new_table(path, answers=Answers(same=same))
    assert len(found) == len(facts["companies"]) + 1
    assert found[-1]["company_id"] == "3m-deutschland"


def test_an_answer_must_name_a_known_row(tmp_path: Path) -> None:
    with pytest.raises(WrongAnswers, match="no row nobody"):
        imported(saved(tmp_path, [HEADS, ROW]), answers=Answers(same={ROW[0]: "nobody"}))


def test_a_former_name_counts(tmp_path: Path, facts: dict[str, Rows]) -> None:
    renamed = next(row for row in facts["companies"] if len(row["former_names"].split(";")[0]) > 12)
    former = renamed["former_names"].split(";")[0]
    found = imported(saved(tmp_path, [HEADS, (former, *ROW[1:])]))
    assert renamed["company_id"] in [guess.answer for one in found.questions for guess in one.guesses]


def test_a_mistake_near_the_beginning_of_a_single_word_is_found(tmp_path: Path) -> None:
    (question,) = imported(saved(tmp_path, [HEADS, ("Infosis Ltd.", "Indien", "Düsseldorf", *ROW[3:])])).questions
    assert question.guesses[0].answer == "infosys-duesseldorf"


def test_nobody_is_asked_about_strangers(tmp_path: Path) -> None:
    names = ["Neue Werke", "Electric Dreams", "Deutschland Handel", "International Trading Service"]
    assert not imported(saved(tmp_path, [HEADS, *((name, *ROW[1:]) for name in names)])).questions


def test_twins_within_a_file_are_told(tmp_path: Path) -> None:
    rows = [ROW, ("NEUE WERKE GmbH & Co. KG", *ROW[1:]), (ROW[0], ROW[1], "Düsseldorf", *ROW[3:])]
    found = imported(saved(tmp_path, [HEADS, *rows]))
    assert [(fault.row, fault.column, fault.rule) for fault in found.faults] == [(3, "Firma", "the same as row 2")]
