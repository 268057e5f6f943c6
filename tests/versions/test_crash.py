"""Whoever is killed at any step leaves the old or the new facts, whole; and what they leave lying is tidied away."""

import json
import subprocess
import sys
from itertools import groupby
from pathlib import Path

import pytest

from dashboard.settings import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are forked")


def test_killed_at_any_step_it_is_the_old_or_the_new_state(place: Path) -> None:
    command = [sys.executable, "-m", "tests.versions.crash", str(place)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one for one in told if one[3]] == []
    for scenario in ("publish", "restore"):
        found = [(step, word) for name, step, word, _ in told if name == scenario]
        assert [word for word, _ in groupby(found, lambda one: one[1])] == ["old", "new"], "one step decides"
        last = [step.split("-")[0] for step, word in found if word == "old"][-1]
        assert last == "rename /data/.publishing", "the journal is written, and the files count with this"
        assert len(found) > 40
    assert {word for name, _, word, _ in told if name == "note"} == {"new"}
