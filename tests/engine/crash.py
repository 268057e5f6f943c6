"""Kill a process that publishes to a lake at each of its steps and tell what it left; run by `test_lake.py`.

`python -m tests.engine.crash PLACE` prints a line for each step: the step, the version that counts then, what is wrong.
"""

import json
import os
import shutil
import signal
import sys
import time
from pathlib import Path

import duckdb

from dashboard.warehouse.lake.lake import ABANDONED, Lake
from dashboard.warehouse.lake.manifest import Copy
from dashboard.warehouse.lake.publishing import put
from tests.versions.steps import at

KEEP = 2


def built(place: Path, word: str) -> dict[Copy, Path]:
    """Two small warehouse files, the public one with a row less."""
    files: dict[Copy, Path] = {"public": place / f"{word}-public.duckdb", "whole": place / f"{word}-whole.duckdb"}
    for copy, path in files.items():
        with duckdb.connect(path) as connection:
            connection.execute("create table words (word varchar)")
            connection.execute("insert into words values ($word)", {"word": word})
            if copy == "whole":
                connection.execute("insert into words values ('internal')")
    return files


def main(place: Path) -> None:
    old, new, newer = (built(place, word) for word in ("old", "new", "newer"))
    for number in range(2):  # one version more than are kept, so that publishing sweeps
        put(Lake(str(place / "made"), KEEP), old, (f"old{number}", "2026.11"))
    for number, step in enumerate(_steps(place, new)):
        left = place / "left"
        shutil.copytree(place / "made", left)
        _killed(left, new, number)
        found, wrong = _found(left, newer)
        print(json.dumps([step.replace(str(left), ""), found, wrong]), flush=True)
        shutil.rmtree(left)


def _steps(place: Path, new: dict[Copy, Path]) -> list[str]:
    """The names of the steps it takes."""
    shutil.copytree(place / "made", place / "left")
    with at(lambda *_: None) as counter:
        put(Lake(str(place / "left"), KEEP), new, ("new", "2026.11"))
    shutil.rmtree(place / "left")
    return counter.names


def _killed(left: Path, new: dict[Copy, Path], number: int) -> None:
    """Do it in a process that is killed at this step."""
    if child := os.fork():
        _, status = os.waitpid(child, 0)
        assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL
        return
    with at(lambda at_number, _: os.kill(os.getpid(), signal.SIGKILL) if at_number == number else None):
        put(Lake(str(left), KEEP), new, ("new", "2026.11"))
    os._exit(0)


def _found(left: Path, newer: dict[Copy, Path]) -> tuple[str, str]:
    """The version that counts, and what is wrong with it or with publishing another one afterwards."""
    lake = Lake(str(left), KEEP)
    counts = lake.newest()
    wrong = [lake.wrong(counts, thorough=True)]
    for path in left.rglob("*"):
        os.utime(path, (time.time() - 2 * ABANDONED,) * 2)  # nobody works on what was left any more
    after = put(lake, newer, ("newer", "2026.11"))
    wrong += ["" if lake.newest() == after else "nothing can be published"]
    folders = {path.name for path in (left / "versions").iterdir()}
    wrong += ["" if len(folders) == KEEP else f"{len(folders)} folders are left"]
    wrong += [path.name for path in left.rglob(".*") if path.parent == left]
    return counts.manifest.data_version, "; ".join(filter(None, wrong))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
