"""A list of a hundred thousand companies as a workbook: whole, and written as it goes."""

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

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
    with zipfile.ZipFile(file) as book:
        sheet = book.read("xl/worksheets/sheet2.xml")
    for column in ("A", "B"):
        cells = re.findall(rb'<c r="%s\d+"[^>]*>(.*?)</c>' % column.encode(), sheet)
        assert len(cells) == COUNT + 1 and all(cells), "a heading and a cell for each company"
    assert len(set(re.findall(rb'<c r="A\d+"[^>]*>(.*?)</c>', sheet))) == COUNT + 1
