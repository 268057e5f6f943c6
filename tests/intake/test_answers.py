"""Answers are kept for the next file with the same headers, as far as they are about it; none ends the way in."""

from pathlib import Path

import pytest

from dashboard.intake.answers import Answers, Kept
from dashboard.intake.intake import Intake, propose
from dashboard.intake.questions import Ask
from tests.intake.files import DATA, HEADS, ROW, saved

ALIKE = ("3M Deutschland", "USA", "Neuss", *ROW[3:])
KNOWN = "3m-deutschland-neuss"


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path / "store", "companies", HEADS)


def test_what_was_meant_for_one_file_is_not_kept(kept: Kept) -> None:
    words = {"market": {"Nippon": "JP"}}
    same = {ALIKE[0]: KNOWN, "Another": ""}
    kept.write(Answers(words=words, same={**same, "*": ""}, clear=True, defaults={"established": "1999"}))
    assert kept.read() == Answers(words=words, same=same, clear=False, defaults={})
    assert [path.suffix for path in kept.path.parent.iterdir()] == [".toml"]


def test_a_kept_answer_about_a_row_that_is_gone_is_asked_anew(kept: Kept, tmp_path: Path) -> None:
    path = saved(tmp_path, [HEADS, ALIKE, ROW])
    kept.write(Answers(same={ALIKE[0]: "gone-since", ROW[0]: ""}))

    def found(answers: Answers) -> Intake:
        with propose(path, "companies", DATA, answers, store=tmp_path / "store") as intake:
            return intake

    (question,) = found(Answers()).proposal.questions
    assert (question.ask, question.said, question.guesses[0].answer) == (Ask.SAME, ALIKE[0], KNOWN)
    assert found(Answers(same={ALIKE[0]: KNOWN})).proposal.content
