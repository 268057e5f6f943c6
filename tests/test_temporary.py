"""Temporary folders leave nothing behind, not even where their process was killed."""

import os
import time
from pathlib import Path

import pytest

from dashboard.temporary import ABANDONED, temporary


@pytest.mark.parametrize("is_given", [True, False])
def test_what_a_killed_process_left_goes_with_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_given: bool
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    ages = {"ours-old": ABANDONED + 60, "ours-new": ABANDONED - 60, "others-old": 2 * ABANDONED}
    for name, age in ages.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "companies.csv").write_text("somebody's list")
        os.utime(tmp_path / name, times=(time.time() - age,) * 2)
    with temporary("ours-", tmp_path if is_given else None) as folder:
        assert folder.parent == tmp_path and folder.is_dir()
        assert {path.name for path in tmp_path.iterdir()} == {"ours-new", "others-old", folder.name}
    assert not folder.exists()
