"""Kill a process that publishes to a lake at each of its steps and tell what it left; run by `test_lake.py`.

`python -m tests.engine.crash PLACE` prints a line for each step: the step, the version that counts then, the newest
whole one, what is wrong.
"""

import json
import os
import shutil
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import duckdb

from dashboard.warehouse.fault import Fault
from dashboard.warehouse.lake.lake import Lake, Version
from dashboard.warehouse.lake.manifest import Copy
from dashboard.warehouse.lake.publishing import put
from dashboard.warehouse.lake.sweeping import ABANDONED
from tests.versions.steps import at

KEEP = 2
ASKED = "asked"  # the name of the step in which somebody else is asked whether all is well


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
    for number, step in different(_steps(place, new)):
        left = place / "left"
        shutil.copytree(place / "made", left)
        _killed(left, new, number)
        told = _found(left, newer if number % 6 == 0 else {})
        print(json.dumps([step.replace(str(left), ""), *told]), flush=True)
        shutil.rmtree(left)


def _steps(place: Path, new: dict[Copy, Path]) -> list[str]:
    """The names of the steps it takes."""
    shutil.copytree(place / "made", place / "left")
    with at(lambda *_: None) as counter:
        _put(place / "left", new)
    shutil.rmtree(place / "left")
    return counter.names


def different(steps: Sequence[str]) -> list[tuple[int, str]]:
    """The steps by their numbers, without those of the second copy, which is written as the first one is."""
    same = ("/pocket-lake-", "/whole/.")
    return [(number, step) for number, step in enumerate(steps) if not any(part in step for part in same)]


def _killed(left: Path, new: dict[Copy, Path], number: int) -> None:
    """Do it in a process that is killed at this step."""
    if child := os.fork():
        _, status = os.waitpid(child, 0)
        assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL
        return
    with at(lambda at_number, _: os.kill(os.getpid(), signal.SIGKILL) if at_number == number else None):
        _put(left, new)
    os._exit(0)


def _put(left: Path, new: dict[Copy, Path]) -> None:
    def proof(_: Version) -> list[Fault]:
        os.close(os.open(left / ASKED, os.O_CREAT | os.O_WRONLY))
        return []

    put(Lake(str(left), KEEP), new, ("new", "2026.11"), proof)


def _found(left: Path, newer: dict[Copy, Path]) -> tuple[str, str, str]:
    """The version that counts, the newest whole one, and what is wrong with it."""
    lake = Lake(str(left), KEEP)
    counts, whole = lake.newest(), lake.last_whole()
    wrong = [lake.wrong(counts, thorough=True)]
    if newer:
        wrong += _published(lake, left, newer)
    return counts.manifest.data_version, whole.manifest.data_version if whole else "", "; ".join(filter(None, wrong))


def _published(lake: Lake, left: Path, newer: dict[Copy, Path]) -> list[str]:
    """What is wrong with publishing another one afterwards."""
    for path in left.rglob("*"):
        os.utime(path, (time.time() - 2 * ABANDONED,) * 2)  # nobody works on what was left any more
    after = put(lake, newer, ("newer", "2026.11"))
    wrong = ["" if lake.newest() == after else "nothing can be published"]
    folders = {path.name for path in (left / "versions").iterdir()}
    wrong += ["" if len(folders) == KEEP else f"{len(folders)} folders are left"]
    return wrong + [path.name for path in left.rglob(".*") if path.parent == left]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
