"""A list of a hundred thousand companies as a workbook: whole, and written as it goes."""

import json
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from dashboard.export.cells import MOST_LINES
from dashboard.export.workbook import LARGE

pytestmark = pytest.mark.slow
COUNT, MOST_MB = 100_000, 30


def test_no_line_is_lost_and_memory_stays(tmp_path: Path) -> None:
    assert LARGE < COUNT < MOST_LINES
    file = tmp_path / "large.xlsx"
    command = [sys.executable, "-m", "benchmarks.exports", "--count", str(COUNT), "--to", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    cost = json.loads(done.stdout)
    assert cost["lines"] == COUNT and cost["memory_mb"] <= MOST_MB
    sheet = openpyxl.load_workbook(file, read_only=True).worksheets[1]
    ids, filled = set(), 0
    for line in sheet.iter_rows(min_row=2, values_only=True):
        ids.add(line[0])
        filled += line[1] is not None
    assert len(ids) == filled == COUNT
