"""A sign-in that was ended on one server is ended on all that share its store."""

import os
import time
from pathlib import Path

import pytest

from dashboard.access import ended
from dashboard.settings import settings

MARK, OTHER = "a" * 64, "b" * 64


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The store, and the memory of another process."""
    monkeypatch.setattr(settings(), "store", tmp_path)
    monkeypatch.setattr(ended, "_HERE", type(ended._HERE)(10))
    return tmp_path


def test_another_server_knows_of_it(elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not ended.has(MARK)
    ended.note(MARK)
    monkeypatch.setattr(ended, "_HERE", type(ended._HERE)(10))
    assert ended.has(MARK) and not ended.has(OTHER)
    assert [path.stat().st_size for path in (elsewhere / "signed-out").iterdir()] == [0]


def test_marks_go_once_their_cookies_are_worth_nothing(elsewhere: Path) -> None:
    ended.note(MARK)
    long_ago = time.time() - ended.KEPT - 1
    os.utime(elsewhere / "signed-out" / MARK, (long_ago, long_ago))
    ended.note(OTHER)
    assert [path.name for path in (elsewhere / "signed-out").iterdir()] == [OTHER]


def test_a_store_that_cannot_be_written_ends_it_here(elsewhere: Path, caplog: pytest.LogCaptureFixture) -> None:
    (elsewhere / "signed-out").write_text("no folder")
    ended.note(MARK)
    assert ended.has(MARK) and "cannot be told" in caplog.text
