"""Whatever is tried against the lab is refused or stopped, and told without a path of the machine."""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, replace
from pathlib import Path
from shutil import rmtree

import pytest

from dashboard.lab.answer import Answer, Problem, Refused
from dashboard.lab.lab import Lab
from dashboard.lab.limits import FACTS, Limits
from dashboard.lab.received import answer_of
from dashboard.lab.words import told
from dashboard.lab.worker import config, lend, new_folder
from dashboard.language import Language
from dashboard.settings import ROOT
from dashboard.warehouse import FromFolder, Warehouse, warehouse
from tests.conftest import STORE
from tests.lab.hostile import ASKED, DEEP, HARMLESS, REFUSED, RUNAWAY, STOPPED

LIMITS = Limits(seconds=0.6, threads=1, memory_mb=96, spill_mb=8, answer_mb=1, rows=100)
GRACE = 10  # seconds for a process to start and to be ended, on a machine with other work
OF_THE_MACHINE = {
    str(ROOT), STORE, sys.prefix, sys.base_prefix, tempfile.gettempdir(), str(Path.home()), "/proc", "/etc",
}  # fmt: skip
Result = Answer | Problem


@pytest.fixture(scope="module")
def refused() -> Iterator[dict[str, Result]]:
    """What became of the statements that must not be run: one process answers all of them."""
    folder = new_folder(Path(STORE))
    lend(warehouse().file(warehouse().version), folder / FACTS)
    order = {
        "folder": str(folder),
        "limits": asdict(replace(LIMITS, seconds=60)),
        "config": config(LIMITS),
        "statements": ASKED,
    }
    command = [sys.executable, "-m", "tests.lab.answering"]
    done = subprocess.run(command, cwd=ROOT, input=json.dumps(order), stdout=subprocess.PIPE, text=True, check=True)
    yield dict(zip(ASKED, map(_result, done.stdout.splitlines()), strict=True))
    rmtree(folder)


def _result(line: str) -> Result:
    try:
        return answer_of(json.loads(line), "")
    except Refused as refused:
        return refused.problem


def test_there_are_enough() -> None:
    assert len({*ASKED, *DEEP, *RUNAWAY}) > 150


@pytest.mark.parametrize("sql", ASKED, ids=lambda sql: ascii(sql[:60]))
def test_it_is_refused(refused: dict[str, Result], served: Warehouse, sql: str) -> None:
    problem = refused[sql]
    assert isinstance(problem, Problem) and problem.kind in REFUSED, problem
    tells_nothing(problem, sql, served)


def tells_nothing(problem: Problem, sql: str, served: Warehouse) -> None:
    """What is said of it has no path of the machine but those that somebody wrote into the statement."""
    for lang in ("en", "de"):
        said = told(problem, LIMITS, Language(lang, served.vocabulary))
        assert said and not [path for path in OF_THE_MACHINE if path in said and path not in sql], said


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, tuple[Result, float]]]:
    """What became of statements that are run, each in a process of its own, and after how many seconds."""
    store, facts = tmp_path_factory.mktemp("store"), warehouse()
    strict, patient = (Lab(store, limits, at_once=2) for limits in (LIMITS, replace(LIMITS, seconds=60)))

    def result(sql: str) -> tuple[Result, float]:
        begun = time.monotonic()
        found = (patient if sql in HARMLESS else strict).ask(sql, facts).wait(120)
        assert found is not None
        return found, time.monotonic() - begun

    statements = [*DEEP, *RUNAWAY, *HARMLESS]
    with ThreadPoolExecutor(2) as pool:
        yield dict(zip(statements, pool.map(result, statements), strict=True))
    strict.close()
    patient.close()
    assert not list((store / "lab").iterdir()), "nothing is left of them"


@pytest.mark.slow
@pytest.mark.parametrize("sql", [*DEEP, *RUNAWAY], ids=lambda sql: sql[:60])
def test_it_is_stopped(run: dict[str, tuple[Result, float]], served: Warehouse, sql: str) -> None:
    problem, seconds = run[sql]
    assert isinstance(problem, Problem), problem
    assert problem.kind in (STOPPED | REFUSED if sql in DEEP else STOPPED), problem
    assert seconds < LIMITS.seconds + GRACE
    tells_nothing(problem, sql, served)


@pytest.mark.slow
@pytest.mark.parametrize("sql", HARMLESS, ids=lambda sql: sql[:60])
def test_an_endless_answer_is_cut_and_tells_nothing(run: dict[str, tuple[Result, float]], sql: str) -> None:
    answer, _ = run[sql]
    assert isinstance(answer, Answer), answer
    assert len(answer.rows) <= LIMITS.rows and (answer.cut or len(answer.rows) == 1)
    assert not [path for path in OF_THE_MACHINE for row in answer.rows for cell in row if path in str(cell)]


@pytest.mark.slow
def test_the_facts_are_as_they_were(run: dict[str, tuple[Result, float]], served: Warehouse) -> None:
    again = FromFolder(served.data, Path(STORE))
    assert run and again.version == served.version
    assert len(again.run("from company")) == len(served.run("from company"))
